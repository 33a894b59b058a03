"""How dates are written. Eras never."""
