visit-count = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
closing-hours = We are closed
