//! What is said of a complaint by choosing.

/// Declares a choice with all its values.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident($count:literal) { $($(#[$each:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $($(#[$each])* $variant,)*
        }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: [Self; $count] = [$(Self::$variant,)*];
        }
    )*};
}

choices! {
    /// What sort of complaint it is.
    ComplaintKind(7) {
        /// The quality of what was sold or put in.
        Product,
        /// The repair, or what came after it.
        Aftersale,
        /// How staff behaved.
        Conduct,
        /// The customer does not agree with a rule of the shop's.
        Policy,
        /// Both measure by different yardsticks.
        Yardstick,
        /// More was expected than can be had.
        Expectation,
        /// It comes from the customer's own circumstances.
        Own,
    }

    /// What led to a complaint, as it is counted.
    Cause(13) {
        /// The work was not done well.
        Workmanship,
        /// A part was at fault.
        Part,
        /// The fault was not found, or the wrong one.
        Diagnosis,
        /// An agreed time was not kept.
        Late,
        /// It took too long.
        Slow,
        /// Something that was promised was not done.
        Promise,
        /// The price was not clear, or became another.
        Price,
        /// The customer was not told, or wrongly.
        Information,
        /// How somebody spoke or behaved.
        Manner,
        /// Something was damaged or lost.
        Damage,
        /// A supplier was at fault.
        Supplier,
        /// The thing was used otherwise than it is meant to be.
        Usage,
        /// Something else, in words.
        Other,
    }

    /// How grave it is.
    Severity(3) {
        /// An annoyance.
        Minor,
        /// Money, time or trust was lost.
        Serious,
        /// Safety, law or the shop's name is at stake.
        Critical,
    }

    /// What the customer seeks most.
    Seeks(4) {
        /// To be cared about.
        Care,
        /// To be heard.
        Heard,
        /// To be served by somebody competent.
        Competent,
        /// To be answered fast.
        Fast,
    }

    /// The customer's state of mind.
    Mood(3) {
        /// They want to vent.
        Vent,
        /// They want to be respected.
        Respect,
        /// They want to be compensated.
        Compensation,
    }

    /// Whose fault it was, by what was found.
    Finding(4) {
        /// The shop's.
        Ours,
        /// Both had a part in it.
        Shared,
        /// A supplier's.
        Supplier,
        /// Not the shop's.
        NotOurs,
    }

    /// What the customer said to the remedy.
    RemedyAnswer(3) {
        /// Accepted.
        Accepted,
        /// Accepted with changes.
        Changed,
        /// Refused.
        Refused,
    }

    /// What the customer says of how it was handled.
    ComplaintVerdict(3) {
        /// Content.
        Content,
        /// Partly content.
        Partly,
        /// Not content.
        NotContent,
    }

    /// A text about a complaint.
    ComplaintText(11) {
        /// What the customer feels.
        Feelings,
        /// What happened, in their words.
        Events,
        /// The cause, in words.
        CauseWords,
        /// What the customer says to it.
        CustomerSide,
        /// What staff say to it.
        StaffSide,
        /// What was found. The reply says it.
        Findings,
        /// What is done to put it right. The reply says it.
        Remedy,
        /// What the shop changes, as the reply says it.
        Change,
        /// Where else the customer can turn. The reply says it.
        WayOn,
        /// What it really came from.
        RootCause,
        /// What is done so that it does not come again.
        Prevention,
    }

    /// A day about a complaint.
    ComplaintDay(2) {
        /// By when it is put right.
        RemedyBy,
        /// When it is looked whether the prevention works.
        Check,
    }
}
