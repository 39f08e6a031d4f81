use crate::app::desk::Desk;
use crate::domain::id::StaffId;
use crate::journal::Held;
use crate::ui::part::TimeText;
use leptos::prelude::*;

/// Something that happened, as it stands in a list.
pub(super) struct Noted {
    words: String,
    tag: Option<AnyView>,
    facts: Vec<(&'static str, String)>,
    below: Option<AnyView>,
    author: Option<StaffId>,
    at: u64,
}

impl Noted {
    /// What was written down by somebody.
    pub(super) fn new<T>(held: &Held<T>, words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tag: None,
            facts: Vec::new(),
            below: None,
            author: held.author.clone(),
            at: held.stamp.millis,
        }
    }

    /// With a mark before the words.
    pub(super) fn tagged(self, class: &'static str, words: impl Into<String>) -> Self {
        let words: String = words.into();
        Self { tag: Some(view! { <span class=class>{words}</span> }.into_any()), ..self }
    }

    /// With a fact below, if there is one.
    pub(super) fn and(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push((name, value));
        }
        self
    }

    /// With what can be done about it.
    pub(super) fn with(self, below: AnyView) -> Self {
        Self { below: Some(below), ..self }
    }

    /// As a row.
    pub(super) fn row(self, desk: Desk) -> AnyView {
        let author = self.author.map(|author| desk.staff_name(author.as_str())).unwrap_or_default();
        let author = (!author.is_empty()).then(|| format!("{author} · "));
        view! {
            <li class="noted">
                <p class="noted-words">{self.tag} {self.words}</p>
                {facts(self.facts)}
                <p class="small muted">{author}<TimeText at=self.at/></p>
                {self.below}
            </li>
        }
        .into_any()
    }
}

/// What else is known of something, a row each.
pub(in crate::ui::page) fn facts(facts: Vec<(&'static str, String)>) -> AnyView {
    if facts.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> =
        facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }).collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// A list of what happened, the latest first; nothing while there is nothing.
pub(super) fn list(rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <ul class="noted-list card">{rows}</ul> }.into_any()
}
