"""Small widgets that the console's pages are made of."""
