use super::signature_pad::{Lines, SignaturePad};
use super::{Choice, ChoiceOption, Dialog, TextField, label, live, said};
use crate::app::command::SignError;
use crate::app::desk::use_desk;
use crate::domain::document::ContentHash;
use crate::domain::signature::{SignerRole, Strokes, StrokesError};
use crate::domain::text::{self, MAX_LINE};
use crate::i18n::Named;
use crate::ui::field_error::{Told, told};
use leptos::prelude::*;

/// How somebody signed.
#[derive(Clone, Debug)]
pub(crate) enum Signed {
    /// On this screen.
    Drawn {
        /// For whom.
        role: SignerRole,
        /// Who.
        name: String,
        /// What they drew.
        strokes: Strokes,
    },
    /// On the printed paper: a sentence that says so.
    OnPaper(String),
}

/// What may be wrong with a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Sign(SignError),
    Strokes(StrokesError),
}

impl Told for Wrong {
    fn tell(&self, t: &'static crate::i18n::Texts) -> String {
        match self {
            Self::Sign(error) => error.tell(t),
            Self::Strokes(error) => error.tell(t),
        }
    }
}

/// Signs a paper: for whom, who, and the signature; or that the printed one was signed.
#[component]
pub(crate) fn SignDialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// The paper's number.
    number: String,
    /// The paper's fingerprint: what is signed.
    hash: ContentHash,
    /// For whom it can be signed, who is asked first in front.
    #[prop(into)]
    roles: Signal<Vec<SignerRole>>,
    /// Who mostly signs for that role.
    #[prop(into)]
    name_of: Callback<SignerRole, String>,
    /// Called with the signature; it says whether the paper can be signed so.
    #[prop(into)]
    on_sign: Callback<Signed, Result<(), SignError>>,
) -> impl IntoView {
    let desk = use_desk();
    let role = RwSignal::new(SignerRole::Customer);
    let who = RwSignal::new(String::new());
    let lines = RwSignal::new(Lines::new());
    let on_paper = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Wrong>);
    Effect::new(move |_| {
        if open.get() {
            let first = roles.with_untracked(|roles| roles.first().copied());
            let first = first.unwrap_or(SignerRole::Customer);
            role.set(first);
            who.set(name_of.run(first));
            lines.set(Lines::new());
            on_paper.set(false);
            wrong.set(None);
        }
    });
    Effect::new(move |_| {
        lines.track();
        wrong.set(None);
    });
    let options = move || {
        let t = desk.t();
        let each = |(at, role): (usize, &SignerRole)| ChoiceOption::new(at.to_string(), role.name(t));
        roles.with(|roles| roles.iter().enumerate().map(each).collect::<Vec<_>>())
    };
    let place = move || {
        let chosen = role.get();
        roles.with(|roles| roles.iter().position(|each| *each == chosen)).unwrap_or(0).to_string()
    };
    let choose = Callback::new(move |at: String| {
        let chosen =
            at.parse().ok().and_then(|at: usize| roles.with_untracked(|roles| roles.get(at).copied()));
        let Some(chosen) = chosen else { return };
        // A name that somebody typed stays.
        let before = name_of.run(role.get_untracked());
        if who.with_untracked(|who| *who == before || who.trim().is_empty()) {
            who.set(name_of.run(chosen));
        }
        role.set(chosen);
    });
    let signed = {
        let number = number.clone();
        move || -> Result<Signed, Wrong> {
            let (role, name) = (role.get_untracked(), who.get_untracked());
            let name =
                text::required(&name, MAX_LINE).map_err(|error| Wrong::Sign(SignError::Name(error)))?;
            if on_paper.get_untracked() {
                let t = untrack(|| desk.t());
                return Ok(Signed::OnPaper(t.signing().on_paper_note(&name, &role.name(t), &number)));
            }
            let strokes = Strokes::new(lines.get_untracked()).map_err(Wrong::Strokes)?;
            Ok(Signed::Drawn { role, name, strokes })
        }
    };
    let finish = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match signed().and_then(|signed| on_sign.run(signed).map_err(Wrong::Sign)) {
            Ok(()) => open.set(false),
            Err(error) => wrong.set(Some(error)),
        }
    };
    let finish = StoredValue::new(finish);
    let error = told(desk, wrong, |wrong| matches!(wrong, Wrong::Strokes(_)));
    let pad = live(move || {
        if on_paper.get() {
            return view! { <p class="hint">{said(|t| t.signing().on_paper_hint)}</p> }.into_any();
        }
        view! { <SignaturePad lines=lines error=error/> }.into_any()
    });
    let refused = live(move || {
        let paper =
            |wrong: &Wrong| matches!(wrong, Wrong::Sign(SignError::EmptyDocument | SignError::Altered));
        let wrong = wrong.get().filter(paper)?;
        Some(view! { <p class="field-error" role="alert">{wrong.tell(desk.t())}</p> })
    });
    let title = {
        let number = number.clone();
        Signal::derive(move || desk.t().signing().sign_number(&number))
    };
    let about = live(move || {
        let words = desk.t().paper().verification(&number, &hash.grouped());
        view! { <p class="small muted figure">{words}</p> }
    });
    view! {
        <Dialog title=title open=open>
            <form class="dialog-body" novalidate on:input=move |_| wrong.set(None) on:submit=move |event| finish.with_value(|finish| finish(event))>
                {about.clone()}
                <Choice
                    label=label(|t| t.signing().role)
                    options=Signal::derive(options)
                    value=Signal::derive(place)
                    on_choose=choose
                />
                <TextField
                    label=label(|t| t.signing().name)
                    value=who
                    on_type=move |typed| who.set(typed)
                    error=told(desk, wrong, |wrong| {
                        matches!(wrong, Wrong::Sign(SignError::Name(_) | SignError::Already))
                    })
                />
                {pad.clone()}
                <label class="tick-line">
                    <input
                        type="checkbox"
                        prop:checked=on_paper
                        on:change=move |event| on_paper.set(event_target_checked(&event))
                    />
                    <span>{said(|t| t.signing().on_paper)}</span>
                </label>
                {refused.clone()}
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary">{said(|t| t.signing().finish)}</button>
                    <button type="button" class="btn btn-quiet" on:click=move |_| open.set(false)>
                        {said(|t| t.common().cancel)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
