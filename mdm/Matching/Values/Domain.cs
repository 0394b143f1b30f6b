namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Values that are compared with one another share a domain: one table of distinct texts, one frequency table.</summary>
internal enum Domain
{
    Surname,
    GivenName,
    Email,
    Phone,
    Street,
    HouseNumber,
    Complement,
    PostCode,
    City,
    Place,
    BanId,
    Identifier,
    Text1,
    Text2,
    Text3,
    Code1,
    Code2,
    Number1,
    Number2,

    /// <summary>Packed into the row itself: dates, sex.</summary>
    None,
}
