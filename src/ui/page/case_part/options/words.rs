use super::one::One;
use crate::app::command::QuoteError;
use crate::domain::quote::Solution;
use crate::ui::field_error::Told;
use crate::ui::part::{Text, TextArea, label, said};
use leptos::prelude::*;

/// A text of an option: what it is called, and where it stands.
#[derive(Clone, Copy)]
struct Place {
    name: Text,
    of: fn(&mut Solution) -> &mut String,
}

const ABOUT: [Place; 6] = [
    Place { name: |t| t.work().solution_content, of: |solution| &mut solution.content },
    Place { name: |t| t.work().solution_benefits, of: |solution| &mut solution.benefits },
    Place { name: |t| t.work().solution_drawbacks, of: |solution| &mut solution.drawbacks },
    Place { name: |t| t.work().solution_duration, of: |solution| &mut solution.duration },
    Place { name: |t| t.work().solution_risks, of: |solution| &mut solution.risks },
    Place { name: |t| t.work().solution_countermeasures, of: |solution| &mut solution.countermeasures },
];

const ASSESSMENT: [Place; 4] = [
    Place { name: |t| t.work().assessment_fit, of: |solution| &mut solution.assessment.fit },
    Place { name: |t| t.work().assessment_effort, of: |solution| &mut solution.assessment.effort },
    Place { name: |t| t.work().assessment_risk, of: |solution| &mut solution.assessment.risk },
    Place { name: |t| t.work().assessment_peers, of: |solution| &mut solution.assessment.peers },
];

/// What is said of an option, each text a child of its own: the cards put them into line.
pub(super) fn about(one: One) -> Vec<AnyView> {
    ABOUT.map(|place| field(one, place)).into()
}

/// How the shop judges the option, folded away.
#[component]
pub(super) fn Judgement(
    /// The option.
    one: One,
) -> impl IntoView {
    view! {
        <details class="disclosure option-judgement">
            <summary>{said(|t| t.options().assessment)}</summary>
            <div class="option-fields">
                <p class="hint">{said(|t| t.options().assessment_hint)}</p>
                {Vec::from(ASSESSMENT.map(|place| field(one, place)))}
            </div>
        </details>
    }
    .into_any()
}

fn field(one: One, place: Place) -> AnyView {
    let wrong = RwSignal::new(None::<QuoteError>);
    let now = move || one.read(|solution| (place.of)(&mut solution.clone()).clone());
    let keep = move |typed: String| wrong.set(one.change(|solution| *(place.of)(solution) = typed).err());
    view! {
        <TextArea
            label=label(place.name)
            value=Memo::new(move |_| now())
            on_commit=keep
            error=Signal::derive(move || wrong.get().map(|error| error.tell(one.desk.t())))
            rows=2
        />
    }
    .into_any()
}
