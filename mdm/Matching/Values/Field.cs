namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Every field the matcher knows; a model document lists those it wants, in its own order.</summary>
internal enum Field
{
    BirthName,
    UsageName,
    FormerName,
    GivenNames,
    UsedGivenName,
    Sex,
    BirthDate,
    BirthCommune,
    BirthCountry,
    Email,
    Phone,
    Street,
    HouseNumber,
    Complement,
    PostCode,
    City,
    CommuneCode,

    /// <summary>Identifier in the national address base (BAN): of a street, or of a house number in it.</summary>
    BanId,
    Identifier,

    /// <summary>Free text of a meaning of its own: an occupation, a second address line, a full name.</summary>
    Text1,
    Text2,
    Text3,

    /// <summary>A code that is the same or is not: a state, a source.</summary>
    Code1,
    Code2,

    /// <summary>A number: an income, a size.</summary>
    Number1,
    Number2,

    /// <summary>A date other than that of birth.</summary>
    Date1,
}
