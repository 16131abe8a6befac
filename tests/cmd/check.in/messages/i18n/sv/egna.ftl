opening-hours = Vi har öppet
visit-count = { $count ->
   *[other] { $count } besök
}
