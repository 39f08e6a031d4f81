//! How a record's fields are declared.

/// Declares the fields of a record, the names of the fields, and a reader for each:
/// `fields! { Folded; Field, Key; Variant(Type) => reader, … }`. Fields of which there is one for
/// each of something follow after a second `;` as `Variant[Of](Type)`; they are read otherwise.
macro_rules! fields {
    ($record:ty; $(#[$doc:meta])* $field:ident, $key:ident;
     $($(#[$vdoc:meta])* $variant:ident($type:ty) => $reader:ident),* $(,)?
     $(; $($(#[$edoc:meta])* $each:ident[$of:ty]($value:ty),)*)?) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $field {
            $($(#[$vdoc])* $variant($type),)*
            $($($(#[$edoc])* $each($of, $value),)*)?
        }

        /// Names a field of this record.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $key {
            $($(#[$vdoc])* $variant,)*
            $($($(#[$edoc])* $each($of),)*)?
        }

        impl $crate::journal::Field for $field {
            type Key = $key;

            fn key(&self) -> $key {
                match self {
                    $(Self::$variant(_) => $key::$variant,)*
                    $($(Self::$each(of, _) => $key::$each(*of),)*)?
                }
            }
        }

        impl $record {
            $($(#[$vdoc])*
            #[must_use]
            pub fn $reader(&self) -> Option<&$type> {
                match self.fields.current(&$key::$variant) {
                    Some($field::$variant(value)) => Some(value),
                    _ => None,
                }
            })*
        }
    };
}
pub(crate) use fields;
