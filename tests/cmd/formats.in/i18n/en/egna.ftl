closing-hours = We are closed
