//! The gate, property by property.
