namespace IntegrationHub.Connectors.Sandbox.Town.Errors;

/// <summary>What goes wrong, or missing, between a person and a record.</summary>
public enum ErrorKind
{
    /// <summary>The record is typed without accents.</summary>
    AccentsLost,

    /// <summary>Names typed in capitals.</summary>
    Capitals,

    /// <summary>One slip in the surname: neighbouring key, letter lost, doubled or swapped, or written as heard.</summary>
    SurnameTypo,

    /// <summary>One slip in the given name.</summary>
    GivenNameTypo,

    /// <summary>Surname and given name stand in each other's column.</summary>
    NamesSwapped,

    /// <summary>"de La Tour" becomes "La Tour" or "Tour".</summary>
    ParticleDropped,

    /// <summary>"de La Tour" becomes "Delatour".</summary>
    ParticleAttached,

    /// <summary>A hyphen becomes a space.</summary>
    HyphenAsSpace,

    /// <summary>Half of a double name is lost.</summary>
    HalfOfDoubleName,

    /// <summary>A short form stands for the given name.</summary>
    Nickname,

    /// <summary>Only the initial of the given name.</summary>
    Initial,

    /// <summary>Of several given names only the one in use is written.</summary>
    OneGivenName,

    /// <summary>The everyday given name is written where it is not the first.</summary>
    EverydayName,

    /// <summary>The birth name of somebody with a usage name is not known, so that the usage name passes for it.</summary>
    UsageNameAsBirthName,

    /// <summary>Dates from before the marriage or change of name.</summary>
    StaleName,

    /// <summary>Day and month change places.</summary>
    DayMonthSwapped,

    /// <summary>One digit of the birth date is wrong.</summary>
    DateDigit,

    /// <summary>No birth date.</summary>
    DateMissing,

    /// <summary>A made-up birth date that satisfies the form: 01/01/1900.</summary>
    DateJunk,

    /// <summary>No birth place.</summary>
    PlaceMissing,

    /// <summary>No sex and no civility.</summary>
    SexMissing,

    /// <summary>No e-mail.</summary>
    EmailMissing,

    /// <summary>A mailbox the person used before.</summary>
    EmailOld,

    /// <summary>The household's mailbox, or the partner's.</summary>
    EmailShared,

    /// <summary>One slip in the mailbox name.</summary>
    EmailTypo,

    /// <summary>The town hall's own mailbox, typed to satisfy the form.</summary>
    EmailOffice,

    /// <summary>No phone.</summary>
    PhoneMissing,

    /// <summary>A number the person had before.</summary>
    PhoneOld,

    /// <summary>The household's landline, or the partner's mobile.</summary>
    PhoneShared,

    /// <summary>One digit of the phone is wrong.</summary>
    PhoneDigit,

    /// <summary>No postal address.</summary>
    AddressMissing,

    /// <summary>The home before the present one.</summary>
    AddressOld,

    /// <summary>"avenue" becomes "av", "Saint" becomes "St".</summary>
    StreetAbbreviated,

    /// <summary>One slip in the street.</summary>
    StreetTypo,

    /// <summary>The house number is wrong or missing.</summary>
    NumberWrong,

    /// <summary>The person stands in the system once more, entered by somebody who did not find them.</summary>
    Duplicate,
}
