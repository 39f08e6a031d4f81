use crate::app::desk::use_desk;
use crate::platform::dom;
use leptos::prelude::*;

/// Which side of a draft a narrow screen shows; a wide one shows both.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Edit,
    Preview,
}

impl Side {
    pub(super) fn tab(self) -> &'static str {
        match self {
            Self::Edit => "letter-tab-edit",
            Self::Preview => "letter-tab-preview",
        }
    }

    pub(super) fn panel(self) -> &'static str {
        match self {
            Self::Edit => "letter-edit",
            Self::Preview => "letter-preview",
        }
    }
}

/// Two tabs: arrows go from one to the other.
#[component]
pub(super) fn SideTabs(shown: RwSignal<Side>) -> impl IntoView {
    let desk = use_desk();
    let tab = move |side: Side, other: Side| {
        let turn = move |event: leptos::ev::KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                event.prevent_default();
                shown.set(other);
                dom::focus(other.tab());
            }
        };
        view! {
            <button
                type="button"
                role="tab"
                id=side.tab()
                class="side-tab"
                aria-controls=side.panel()
                aria-selected=move || (shown.get() == side).to_string()
                tabindex=move || if shown.get() == side { "0" } else { "-1" }
                on:click=move |_| shown.set(side)
                on:keydown=turn
            >
                {move || match side {
                    Side::Edit => desk.t().letter().edit_tab,
                    Side::Preview => desk.t().letter().preview_tab,
                }}
            </button>
        }
    };
    view! {
        <div class="side-tabs no-print" role="tablist" aria-label=move || desk.t().letter().views>
            {tab(Side::Edit, Side::Preview)}
            {tab(Side::Preview, Side::Edit)}
        </div>
    }
    .into_any()
}
