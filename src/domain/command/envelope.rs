//! A command with what stands beside it, as scripts and screens send it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Command;

/// A command as a script sends it: one key that names the act, and what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// The act.
    pub command: Command,
    /// Codes of questions answered with yes beforehand.
    pub confirm: Vec<String>,
    /// An id of the sender's own, unique in the record: sent again, the first result comes back.
    pub request: Option<String>,
}

/// The shape of an [`Envelope`], for the published schema.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EnvelopeShape {
    /// The act.
    #[serde(flatten)]
    pub command: Command,
    /// Codes of questions answered with yes beforehand.
    #[serde(default)]
    pub confirm: Vec<String>,
    /// An id of the sender's own, unique in the record.
    #[serde(default)]
    pub request: Option<String>,
}

/// The fields that hold lists. Anywhere else a list is no command: taken for the
/// fields of a form in their order, it would enter something that nobody meant.
const LISTS: [&str; 12] = [
    "departments",
    "circumstances",
    "brought",
    "documents",
    "invalid",
    "left",
    "notes",
    "roles",
    "about",
    "team",
    "forms",
    "fines",
];

/// The name under which a list stands where none may.
fn misplaced_list<'a>(value: &'a serde_json::Value, name: &'a str) -> Option<&'a str> {
    match value {
        // Fields of a matter are read by the matter itself.
        serde_json::Value::Object(map) => map
            .iter()
            .filter(|(name, _)| name.as_str() != "set")
            .find_map(|(name, value)| misplaced_list(value, name)),
        serde_json::Value::Array(_) if !LISTS.contains(&name) => Some(name),
        serde_json::Value::Array(items) => items
            .iter()
            .find_map(|item| misplaced_list(item, "an item")),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => None,
    }
}

impl Envelope {
    /// A command with nothing beside it.
    pub fn of(command: Command) -> Self {
        Self {
            command,
            confirm: Vec::new(),
            request: None,
        }
    }

    /// Reads one JSON object.
    ///
    /// # Errors
    ///
    /// A sentence of the parser: what is malformed, unknown or of the wrong type.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        let serde_json::Value::Object(mut map) = value else {
            return Err("expected a JSON object such as {\"register\":{…}}".to_owned());
        };
        let confirm = match map.shift_remove("confirm") {
            Some(value) => serde_json::from_value(value).map_err(|e| format!("confirm: {e}"))?,
            None => Vec::new(),
        };
        let request = match map.shift_remove("request") {
            Some(value) => serde_json::from_value(value).map_err(|e| format!("request: {e}"))?,
            None => None,
        };
        if map.len() != 1 {
            let keys: Vec<&str> = map.keys().map(String::as_str).collect();
            return Err(format!(
                "expected one command, found {}: {}",
                keys.len(),
                keys.join(", ")
            ));
        }
        let map = serde_json::Value::Object(map);
        if let Some(name) = misplaced_list(&map, "command") {
            return Err(format!("invalid type: a list, where {name} stands"));
        }
        let command = serde_json::from_value(map).map_err(|error| error.to_string())?;
        Ok(Self {
            command,
            confirm,
            request,
        })
    }
}
