use super::Usual;
use crate::app::desk::use_desk;
use crate::domain::case::CaseText;
use crate::i18n::texts;
use crate::ui::page::case::Shown;
use crate::ui::page::case_part::kept_text::KeptText;
use crate::ui::part::{Text, live, said};
use leptos::prelude::*;

/// A clause of the shop's own words; while it has none, the usual ones that the paper will have.
#[component]
pub(super) fn Clause(
    /// The case.
    shown: Shown,
    /// Which clause.
    text: CaseText,
    /// How to write it well.
    hint: Text,
    /// The words that the paper has when there are none.
    usual: Usual,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let empty = Memo::new(move |_| s.with_value(Shown::case).text(text).is_empty());
    let instead = live(move || {
        empty.get().then(|| {
            // The paper's language, which need not be the screen's.
            let lang = desk.shop().language().copied().unwrap_or_else(|| desk.lang.get());
            let lines: Vec<_> =
                usual(texts(lang).papers()).lines().map(|line| view! { <p>{line}</p> }).collect();
            view! {
                <div class="clause-usual">
                    <p class="small">{said(|t| t.agreement().usual)}</p>
                    <div lang=lang.tag()>{lines}</div>
                </div>
            }
        })
    });
    view! {
        <div class="clause-own">
            <KeptText shown=shown text=text hint=hint/>
            {instead}
        </div>
    }
    .into_any()
}
