"""The look: tokens, palette and type."""
