//! demonstration
