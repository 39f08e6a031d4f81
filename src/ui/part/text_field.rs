use super::fresh_id;
use leptos::prelude::*;

/// What a field does not accept, in a sentence; nothing when it does.
type ErrorText = Signal<Option<String>>;

/// One line to type. `on_commit` hears of it when the typing is over, `on_type` at each change,
/// also while an input method is composing.
#[component]
pub(crate) fn TextField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What it says.
    #[prop(into)]
    value: Signal<String>,
    /// Called when the field is left or Enter is pressed, if it says something else.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Called at each change.
    #[prop(optional, into)]
    on_type: Option<Callback<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: ErrorText,
    /// A word of help below.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// `text`, `tel`, `email`, `date`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keys a phone offers, where it is not plain text: `decimal`.
    #[prop(optional)]
    keys: Option<&'static str>,
    /// What the browser may fill in; nothing by default, since this is other people's data.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether the cursor begins here.
    #[prop(optional)]
    autofocus: bool,
    /// What stands there while nothing was typed.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The most characters it takes.
    #[prop(default = crate::domain::text::MAX_LINE)]
    max: usize,
) -> impl IntoView {
    let id = fresh_id("text");
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let described = {
        let (error_id, hint_id) = (error_id.clone(), hint_id.clone());
        move || match error.get() {
            Some(_) => error_id.clone(),
            None => hint_id.clone(),
        }
    };
    let input = NodeRef::<leptos::html::Input>::new();
    if autofocus {
        focus_when_shown(input);
    }
    let commit = move |text: String| {
        if let Some(on_commit) = on_commit
            && value.with_untracked(|value| *value != text)
        {
            on_commit.run(text);
        }
    };
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some)>
            <label class="label" for=id.clone()>{move || label.get()}</label>
            <input
                node_ref=input
                id=id
                class="input"
                type=kind
                inputmode=keys
                autocomplete=autocomplete
                maxlength=max.to_string()
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-describedby=described
                on:change=move |event| commit(event_target_value(&event))
                on:input=move |event| {
                    if let Some(on_type) = on_type {
                        on_type.run(event_target_value(&event));
                    }
                }
            />
            <FieldFoot error=error error_id=error_id hint=hint hint_id=hint_id/>
        </div>
    }
    .into_any()
}

/// Several lines to type; commits when it is left.
#[component]
pub(crate) fn TextArea(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What it says.
    #[prop(into)]
    value: Signal<String>,
    /// Called when the field is left, if it says something else.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Called at each change.
    #[prop(optional, into)]
    on_type: Option<Callback<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: ErrorText,
    /// A word of help below.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// How many lines it shows.
    #[prop(default = 3)]
    rows: u32,
    /// What stands there while nothing was typed.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The most characters it takes.
    #[prop(default = crate::domain::text::MAX_TEXT)]
    max: usize,
) -> impl IntoView {
    let id = fresh_id("area");
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let described = {
        let (error_id, hint_id) = (error_id.clone(), hint_id.clone());
        move || match error.get() {
            Some(_) => error_id.clone(),
            None => hint_id.clone(),
        }
    };
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some)>
            <label class="label" for=id.clone()>{move || label.get()}</label>
            <textarea
                id=id
                class="input"
                rows=rows.to_string()
                maxlength=max.to_string()
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-describedby=described
                on:change=move |event| {
                    let text = event_target_value(&event);
                    if let Some(on_commit) = on_commit && value.with_untracked(|value| *value != text) {
                        on_commit.run(text);
                    }
                }
                on:input=move |event| {
                    if let Some(on_type) = on_type {
                        on_type.run(event_target_value(&event));
                    }
                }
            ></textarea>
            <FieldFoot error=error error_id=error_id hint=hint hint_id=hint_id/>
        </div>
    }
    .into_any()
}

/// What stands below a field: what is wrong with it, else its hint.
#[component]
pub(super) fn FieldFoot(
    error: ErrorText,
    error_id: String,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] hint_id: String,
) -> impl IntoView {
    move || match error.get() {
        Some(error) => {
            view! { <p class="field-error" id=error_id.clone() role="alert">{error}</p> }.into_any()
        }
        None => match hint.get() {
            Some(hint) => view! { <p class="hint" id=hint_id.clone()>{hint}</p> }.into_any(),
            None => ().into_any(),
        },
    }
}

/// Puts the cursor into a field as soon as it stands on the page.
pub(crate) fn focus_when_shown(input: NodeRef<leptos::html::Input>) {
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let Some(input) = input.get() else { return false };
        request_animation_frame(move || {
            let _ = input.focus();
        });
        true
    });
}
