"""Layout, components and form fields: what every page stands on."""
