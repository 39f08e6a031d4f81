//! How a record's fields are declared.

/// Declares the fields of a record, the names of the fields, and a reader for each:
/// `fields! { Folded; Field, Key; Variant(Type) => reader, … }`.
macro_rules! fields {
    ($record:ty; $(#[$doc:meta])* $field:ident, $key:ident;
     $($(#[$vdoc:meta])* $variant:ident($type:ty) => $reader:ident,)*) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $field {
            $($(#[$vdoc])* $variant($type),)*
        }

        /// Names a field of this record.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $key {
            $($(#[$vdoc])* $variant,)*
        }

        impl $crate::journal::Field for $field {
            type Key = $key;

            fn key(&self) -> $key {
                match self {
                    $(Self::$variant(_) => $key::$variant,)*
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
