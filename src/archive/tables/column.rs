//! What a column says.

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetKind {
    /// A customer each.
    Customers,
    /// A case each.
    Cases,
    /// An event of a case each.
    Events,
}

impl SheetKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Customers, Self::Cases, Self::Events];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Cases => "cases",
            Self::Events => "events",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What its columns may say, in the order in which it is offered.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        use Column::{
            Activity, Address, Asset, Assignee, Brand, Case, Channel, Closed, Company, Description, Due,
            Email, Line, Mobile, Model, Name, Note, Number, Opened, Person, Phone, Process, Serial, Stage,
            Status, Tags, Time, Told, Urgency, Wechat,
        };
        match self {
            Self::Customers => {
                &[Name, Company, Person, Phone, Mobile, Email, Wechat, Line, Address, Tags, Note]
            }
            Self::Cases => &[
                Number,
                Description,
                Name,
                Company,
                Person,
                Phone,
                Mobile,
                Email,
                Wechat,
                Line,
                Address,
                Asset,
                Brand,
                Model,
                Serial,
                Process,
                Stage,
                Status,
                Urgency,
                Channel,
                Assignee,
                Opened,
                Due,
                Closed,
                Told,
                Note,
            ],
            Self::Events => &[Case, Activity, Time, Person, Name, Phone, Description, Note],
        }
    }
}

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident: $name:literal,)*) => {
        /// What a column says.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Column {
            $($(#[$doc])* $variant,)*
        }

        impl Column {
            /// All that columns may say.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name: what `--map` of the native program understands.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

columns! {
    /// What the customer is called.
    Name: "name",
    /// The customer's firm. Where it stands, the name is of somebody to talk to there.
    Company: "company",
    /// Somebody to talk to besides the customer; of an event, who did it.
    Person: "person",
    /// A phone number.
    Phone: "phone",
    /// A mobile phone's number: it is tried first.
    Mobile: "mobile",
    /// An e-mail address.
    Email: "email",
    /// A name in WeChat.
    Wechat: "wechat",
    /// A name in Line.
    Line: "line",
    /// An address. Several columns are set one behind the other.
    Address: "address",
    /// Tags, with commas or semicolons between them.
    Tags: "tags",
    /// Anything else: it is kept in the note with the name of its column.
    Note: "note",
    /// The case's number.
    Number: "number",
    /// What is wrong, in the customer's words.
    Description: "description",
    /// The thing that it is about.
    Asset: "asset",
    /// The thing's maker.
    Brand: "brand",
    /// The thing's model.
    Model: "model",
    /// The thing's serial number.
    Serial: "serial",
    /// The process that the case follows, by its name.
    Process: "process",
    /// The stage that the case stands in, by its name.
    Stage: "stage",
    /// Whether the case is open, closed or withdrawn.
    Status: "status",
    /// How urgent it is.
    Urgency: "urgency",
    /// How the request came.
    Channel: "channel",
    /// Who works on it.
    Assignee: "assignee",
    /// When the request was taken.
    Opened: "opened",
    /// When it is agreed to be done.
    Due: "due",
    /// When it was closed.
    Closed: "closed",
    /// What the customer was told to expect.
    Told: "told",
    /// Which case an event is of.
    Case: "case",
    /// What was done.
    Activity: "activity",
    /// When.
    Time: "time",
}

impl Column {
    /// The column with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.name() == name)
    }

    /// Whether several columns may say this.
    #[must_use]
    pub fn is_repeatable(self) -> bool {
        matches!(self, Self::Note | Self::Phone | Self::Mobile | Self::Email | Self::Address | Self::Tags)
    }

    /// Whether dates stand in it.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Opened | Self::Due | Self::Closed | Self::Time)
    }
}
