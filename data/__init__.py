"""Records, loaders, measures and the committed files themselves. Imports no other room."""
