//! What is wrong with a field, in a sentence.

use crate::app::command::MergeError;
use crate::app::command::ReplacedPartError;
use crate::app::command::{AcceptanceError, SignError, VisitError, WorkError};
use crate::app::command::{AgreementError, ComplaintError, NeedsError, ReviewError};
use crate::app::command::{FollowUpError, PaymentError, QuoteError, SurveyError};
use crate::app::desk::Desk;
use crate::app::messages::TemplateError;
use crate::domain::custom_process::{DefinitionError, MAX_STAGES, MAX_TASKS};
use crate::domain::follow_up::{IntervalError, MOST_PLANNED};
use crate::domain::hours::HoursError;
use crate::domain::letter::ParameterError;
use crate::domain::local_time::WindowError;
use crate::domain::money::MoneyError;
use crate::domain::phone::PhoneError;
use crate::domain::quote::CellError;
use crate::domain::signature::StrokesError;
use crate::domain::text::TextError;
use crate::i18n::Texts;
use leptos::prelude::*;

/// What is wrong with a field of a form, of all that may be wrong with the form.
pub(crate) fn told<E>(desk: Desk, wrong: RwSignal<Option<E>>, fits: fn(&E) -> bool) -> Signal<Option<String>>
where
    E: Told + Clone + Send + Sync + 'static,
{
    Signal::derive(move || wrong.get().filter(fits).map(|wrong| wrong.tell(desk.t())))
}

/// Something that a person can be told in a sentence.
pub(crate) trait Told {
    /// The sentence.
    fn tell(&self, texts: &'static Texts) -> String;
}

impl Told for TextError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}

impl Told for MergeError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Itself => t.people().error_itself,
            Self::AlreadyOne => t.people().error_already_one,
        }
        .to_owned()
    }
}

impl Told for PhoneError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Character(character) => t.common().error_phone_character(character),
            Self::Digits(_) => t.common().error_phone_digits.to_owned(),
        }
    }
}

impl Told for HoursError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Form(part) => t.common().error_hours_form(part),
            Self::Overlap(one, other) => t.common().error_hours_overlap(one, other),
        }
    }
}

impl Told for VisitError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Travel => t.visit().error_travel.to_owned(),
            Self::Purpose(error) | Self::Address(error) | Self::Reason(error) | Self::Charge(error) => {
                error.tell(t)
            }
        }
    }
}

impl Told for WindowError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Start => t.visit().error_start.to_owned(),
            Self::End => t.visit().error_end.to_owned(),
            Self::EndsBeforeStart => t.visit().error_order.to_owned(),
        }
    }
}

impl Told for ParameterError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::Range(min, max) => t.common().error_range(min, max),
            Self::Phone => t.common().error_phone_digits.to_owned(),
            Self::TooLong(max) => t.common().error_too_long(max),
        }
    }
}

impl Told for WorkError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Words(error) | Self::Detail(error) => error.tell(t),
            Self::PastDue => t.job().error_past_due.to_owned(),
            Self::ToSelf => t.job().error_to_self.to_owned(),
            Self::NoSuchChange => t.job().error_no_change.to_owned(),
            Self::NoSuchTrouble => t.job().error_no_trouble.to_owned(),
            Self::NoSuchInterim => t.job().error_no_interim.to_owned(),
            Self::NotYet => t.job().error_not_yet.to_owned(),
        }
    }
}

impl Told for ReplacedPartError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::What(error) | Self::Serial(error) => error.tell(t),
        }
    }
}

impl Told for ComplaintError {
    fn tell(&self, t: &'static Texts) -> String {
        let c = t.complaint();
        match self {
            Self::Words(error) => return error.tell(t),
            Self::OwnHandler => c.error_own_handler,
            Self::AboutHandler => c.error_about_handler,
            Self::NotYet => c.error_not_yet,
            Self::BeforeIt => c.error_before,
        }
        .to_owned()
    }
}

impl Told for AcceptanceError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::What(error) | Self::Expected(error) | Self::Name(error) | Self::Words(error) => {
                error.tell(t)
            }
            Self::Round => t.acceptance().error_round.to_owned(),
        }
    }
}

impl Told for SignError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::EmptyDocument => t.signing().error_no_text.to_owned(),
            Self::Altered => t.signing().error_altered.to_owned(),
            Self::Name(error) => error.tell(t),
            Self::Already => t.signing().error_already.to_owned(),
        }
    }
}

impl Told for StrokesError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            // A place is always drawn within the field.
            Self::Empty | Self::OffGrid(_) => t.signing().error_empty.to_owned(),
            Self::TooLarge => t.signing().error_large.to_owned(),
        }
    }
}

impl Told for MoneyError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Empty => t.common().error_empty.to_owned(),
            Self::NotANumber => t.common().error_number.to_owned(),
            Self::Negative => t.options().error_negative.to_owned(),
            Self::TooLarge => t.options().error_too_large.to_owned(),
            Self::TooManyDecimals(0) => t.options().error_whole.to_owned(),
            Self::TooManyDecimals(digits) => t.options().error_decimals(digits),
            Self::Currencies(one, other) => t.options().error_currencies(&one.code(), &other.code()),
        }
    }
}

impl Told for CellError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Text(error) => error.tell(t),
            Self::Number(error) => error.tell(t),
            Self::Rate(MoneyError::TooLarge) => t.options().error_rate.to_owned(),
            Self::Rate(error) => error.tell(t),
        }
    }
}

impl Told for QuoteError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Title(error)
            | Self::Words(error)
            | Self::Text(error)
            | Self::Unit(error)
            | Self::By(error) => error.tell(t),
            Self::NoSuchSolution => t.options().error_gone.to_owned(),
            Self::Money(error) => error.tell(t),
        }
    }
}

impl Told for PaymentError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Label(error) | Self::Note(error) => error.tell(t),
            Self::Nothing => t.payments().error_nothing.to_owned(),
            Self::NoSuchTerm => t.payments().error_no_term.to_owned(),
            Self::NoSuchPayment => t.payments().error_no_payment.to_owned(),
            Self::Money(error) => error.tell(t),
        }
    }
}

impl Told for NeedsError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Reason(TextError::Empty) => t.needs().error_reason.to_owned(),
            Self::Expectation(error) | Self::Reason(error) | Self::Alternative(error) => error.tell(t),
        }
    }
}

impl Told for AgreementError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Words(error) => error.tell(t),
            Self::NoSuchDay => t.common().error_date.to_owned(),
            Self::EndsBeforeStart => t.agreement().error_order.to_owned(),
            Self::MaintenanceTooShort => t.agreement().error_maintenance.to_owned(),
        }
    }
}

impl Told for ReviewError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Nobody => t.review().nobody.to_owned(),
            Self::OwnWork => t.review().own.to_owned(),
            Self::Waiting | Self::NotSubmitted => t.review().error_gone.to_owned(),
            Self::Words(TextError::Empty) => t.review().error_words.to_owned(),
            Self::Words(error) => error.tell(t),
        }
    }
}

impl Told for DefinitionError {
    fn tell(&self, t: &'static Texts) -> String {
        let words = t.process();
        match self {
            Self::Name(why) => words.error_name(&why.tell(t)),
            Self::About(why) => words.error_about(&why.tell(t)),
            Self::NoStage => words.error_no_stage.to_owned(),
            Self::TooManyStages => words.error_many_stages(&MAX_STAGES),
            Self::StageName(..) => words.error_stage_name.to_owned(),
            Self::NoTask(_) => words.error_no_task.to_owned(),
            Self::TooManyTasks(_) => words.error_many_tasks(&MAX_TASKS),
            Self::DuplicateStage(id) => words.error_twice(id),
            Self::DuplicateTask(id) => words.error_twice(id),
            Self::TaskText(..) => words.error_task_text.to_owned(),
            Self::TaskHint(..) => words.error_task_hint.to_owned(),
            Self::Choices(_) => words.error_choices.to_owned(),
            Self::Record(_) => words.error_record.to_owned(),
        }
    }
}

impl Told for FollowUpError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::About(error) | Self::Words(error) | Self::Problem(error) => error.tell(t),
            Self::NextDay => t.care().error_day.to_owned(),
            Self::NoSuchFollowUp => t.care().error_gone.to_owned(),
        }
    }
}

impl Told for SurveyError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Nothing => t.survey().error_nothing.to_owned(),
            Self::Words(error) => error.tell(t),
        }
    }
}

impl Told for IntervalError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Form(part) => t.care().error_interval(part),
            Self::NotAhead(part) => t.care().error_not_ahead(part),
            Self::TooFar(part) => t.care().error_too_far(part),
            Self::TooMany => t.care().error_too_many(&MOST_PLANNED),
        }
    }
}

impl Told for TemplateError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Unknown(name) => t.message().error_placeholder(name),
            Self::Brace => t.message().error_brace.to_owned(),
        }
    }
}
