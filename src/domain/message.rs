//! Short messages to the customer: when there is occasion for one, and what was sent.

use super::case::Channel;
use super::lang::Lang;

/// An occasion for a message.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MessageMoment {
    /// The request was taken.
    Receipt,
    /// A visit was agreed.
    TimeAgreed,
    /// It takes longer than was said.
    Delay,
    /// The job is done.
    Done,
    /// Thanks at the end.
    ThankYou,
    /// Some time later.
    FollowUp,
}

impl MessageMoment {
    /// All, in the order in which they come.
    pub const ALL: [Self; 6] =
        [Self::Receipt, Self::TimeAgreed, Self::Delay, Self::Done, Self::ThankYou, Self::FollowUp];
}

/// The shop's own words for an occasion.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct MessageTemplate {
    /// The occasion.
    pub moment: MessageMoment,
    /// In which language.
    pub lang: Lang,
    /// The words, with placeholders in braces.
    pub text: String,
}

/// All that the shop says in its own words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct MessageTemplates(pub Vec<MessageTemplate>);

impl MessageTemplates {
    /// The shop's own words; nothing where the built-in ones hold.
    #[must_use]
    pub fn text(&self, moment: MessageMoment, lang: Lang) -> &str {
        let own = self.0.iter().find(|own| own.moment == moment && own.lang == lang);
        own.map_or("", |own| &own.text)
    }

    /// With other words; none for the built-in ones.
    #[must_use]
    pub fn with(mut self, moment: MessageMoment, lang: Lang, text: String) -> Self {
        self.0.retain(|own| own.moment != moment || own.lang != lang);
        if !text.is_empty() {
            self.0.push(MessageTemplate { moment, lang, text });
            self.0.sort_by_key(|own| (own.moment, own.lang));
        }
        self
    }
}

/// A message that somebody sent to the customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct MessageSent {
    /// The occasion.
    pub moment: MessageMoment,
    /// How it was sent.
    pub channel: Channel,
    /// What it said.
    pub words: String,
}
