use crate::screen::squash;
use serde_json::{Value, json};
use std::fmt::{Display, Formatter};

/// Something on the screen, by what assistive technology is told of it.
#[derive(Clone, Debug)]
pub struct Target {
    roles: &'static [&'static str],
    name: Name,
    within: Option<Box<Target>>,
    pub(crate) first: bool,
}

/// What the accessible name is like; white space does not count.
#[derive(Clone, Debug)]
enum Name {
    Any,
    Is(String),
    Has(String),
}

impl Target {
    /// The one inside of something else.
    #[must_use]
    pub fn within(self, outer: Target) -> Self {
        Self { within: Some(Box::new(outer)), ..self }
    }

    /// The first, where there may be several.
    #[must_use]
    pub fn first(self) -> Self {
        Self { first: true, ..self }
    }

    /// Whatever else stands in its name.
    #[must_use]
    pub fn roughly(self) -> Self {
        let name = match self.name {
            Name::Is(name) => Name::Has(name),
            other => other,
        };
        Self { name, ..self }
    }

    /// Whether the browser means the same by a role and a name without white space.
    pub(crate) fn accepts(&self, role: &str, label: &str) -> bool {
        // These have no role of their own in the specification: each browser calls them its own way.
        let known = !self.roles.iter().any(|role| ["date", "time", "file", "summary"].contains(role))
            || self.roles.len() > 1;
        let role_fits = !known
            || self.roles.contains(&role)
            || self.roles.contains(&"date") && role == "Date"
            || self.roles.contains(&"time") && role == "InputTime"
            // A field for a passphrase has no role in the specification, and none in Firefox.
            || self.roles.contains(&"textbox") && role.is_empty();
        role_fits
            && match &self.name {
                Name::Any => true,
                Name::Is(name) => !known || label == squash(name),
                Name::Has(name) => label.contains(&squash(name)),
            }
    }

    /// As the script that looks for it wants it.
    pub(crate) fn to_json(&self) -> Value {
        let (how, name) = match &self.name {
            Name::Any => ("any", ""),
            Name::Is(name) => ("is", name.as_str()),
            Name::Has(name) => ("has", name.as_str()),
        };
        let within = self.within.as_ref().map(|outer| outer.to_json());
        json!({ "roles": self.roles, "how": how, "name": name, "within": within })
    }
}

impl Display for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let role = self.roles.first().unwrap_or(&"anything");
        match &self.name {
            Name::Any => write!(f, "any {role}")?,
            Name::Is(name) => write!(f, "{role} '{name}'")?,
            Name::Has(name) => write!(f, "{role} with '{name}'")?,
        }
        match &self.within {
            Some(outer) => write!(f, " within {outer}"),
            None => Ok(()),
        }
    }
}

macro_rules! targets {
    ($($(#[$doc:meta])* $make:ident $any:ident: $($role:literal)+;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $make(name: impl Into<String>) -> Target {
            Target { roles: &[$($role),+], name: Name::Is(name.into()), within: None, first: false }
        }

        #[doc = "The same, whatever its name."]
        #[must_use]
        pub fn $any() -> Target {
            Target { roles: &[$($role),+], name: Name::Any, within: None, first: false }
        }
    )+};
}

targets! {
    /// A button.
    button any_button: "button";
    /// A link.
    link any_link: "link";
    /// A field to type in.
    field any_field: "textbox" "searchbox" "date" "time";
    /// A box to tick.
    checkbox any_checkbox: "checkbox";
    /// One of several choices.
    radio any_radio: "radio";
    /// A list that unfolds.
    combobox any_combobox: "combobox";
    /// One of the things in such a list.
    option any_option: "option";
    /// A heading.
    heading any_heading: "heading";
    /// Where a file is chosen.
    file_input any_file_input: "file";
    /// What unfolds the rest of a section.
    summary any_summary: "summary";
    /// A tab.
    tab any_tab: "tab";
    /// A group of controls.
    group any_group: "group";
    /// A form with a name.
    form any_form: "form";
    /// A question that must be answered.
    dialog any_dialog: "dialog";
    /// A named part of the page.
    region any_region: "region" "complementary";
    /// A way around.
    navigation any_navigation: "navigation";
    /// A list.
    list any_list: "list";
    /// What stands in a list.
    item any_item: "listitem";
    /// A picture.
    picture any_picture: "img" "image";
    /// A paper.
    paper any_paper: "article";
    /// What is told at once.
    alert any_alert: "alert";
    /// What is told in passing.
    status any_status: "status";
}
