//! Rows of the service-centre rulebook, each by its id.
