//! Rows of the mine-centre rulebook, each by its id.
