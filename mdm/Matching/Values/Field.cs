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
    Identifier,
}
