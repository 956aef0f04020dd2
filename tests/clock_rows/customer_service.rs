//! Rows of the customer-service rulebook, each by its id.
