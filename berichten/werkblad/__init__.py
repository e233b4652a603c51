"""What stands on the wide pages of the team in the browser: each view makes a `Blad` of what a service returned."""
