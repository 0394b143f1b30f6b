namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the words of a column's name mean together.</summary>
internal static class HeaderRules
{
    private const Concept Dated = Concept.Date | Concept.Year | Concept.Month | Concept.Day;

    /// <summary>Where somebody is reached.</summary>
    public const Concept Reached = Concept.Address | Concept.Street | Concept.Post | Concept.City | Concept.Phone | Concept.Mobile | Concept.Mail;

    public static ColumnMeaning Of(Concept said) =>
        Has(said, Concept.Nir) ? ColumnMeaning.Nir
        : Has(said, Concept.Other) ? ColumnMeaning.Unknown
        : Has(said, Concept.Spouse) ? (said & ~(Concept.Spouse | Concept.Usage)) is (Concept.Name | Concept.Nom) or Concept.Name ? ColumnMeaning.UsageName : ColumnMeaning.Unknown
        : Has(said, Concept.Type) ? Has(said, Concept.Street) ? ColumnMeaning.AddressLine : ColumnMeaning.Unknown
        : Has(said, Concept.Death) ? (said & ~(Concept.Death | Concept.Date)) == Concept.None ? ColumnMeaning.DeathDate : ColumnMeaning.Unknown
        : Has(said, Concept.Mail) ? ColumnMeaning.Email
        : Has(said, Concept.Mobile) ? ColumnMeaning.Mobile
        : Has(said, Concept.Phone) ? ColumnMeaning.Phone
        : Has(said, Concept.Birth) ? OfBirth(said)
        : OfAddress(said) is var place and not ColumnMeaning.Unknown ? place
        : Has(said, Concept.Sex) ? ColumnMeaning.Sex
        : Has(said, Concept.Civility) ? ColumnMeaning.Civility
        : OfNames(said);

    private static ColumnMeaning OfBirth(Concept said) =>
        Has(said, Concept.Given) || (Has(said, Concept.First) && Has(said, Concept.Name)) ? ColumnMeaning.GivenNames
        : Has(said, Concept.Place | Concept.City | Concept.Insee | Concept.Country) ? OfBirthPlace(said)
        : Has(said, Concept.Name | Concept.Family) ? Has(said, Concept.Usage) ? ColumnMeaning.Unknown : ColumnMeaning.BirthName
        : Has(said, Concept.Sex) ? ColumnMeaning.Sex
        : (said & (Concept.Year | Concept.Month | Concept.Day)) is not (Concept.None or Concept.Year or Concept.Month or Concept.Day) ? ColumnMeaning.BirthDate
        : Has(said, Concept.Year) ? ColumnMeaning.BirthYear
        : Has(said, Concept.Month) ? ColumnMeaning.BirthMonth
        : Has(said, Concept.Day) ? ColumnMeaning.BirthDay
        : (said & ~(Concept.Birth | Concept.Date)) == Concept.None ? ColumnMeaning.BirthDate : ColumnMeaning.Unknown;

    private static ColumnMeaning OfBirthPlace(Concept said) =>
        Has(said, Concept.Post) ? ColumnMeaning.Unknown
        : Has(said, Concept.Country) ? ColumnMeaning.BirthCountry
        : Has(said, Concept.Insee | Concept.Code) ? ColumnMeaning.BirthCommuneCode : ColumnMeaning.BirthPlace;

    private static ColumnMeaning OfAddress(Concept said) =>
        Has(said, Dated) ? ColumnMeaning.Unknown
        : Has(said, Concept.Post) && Has(said, Concept.Code) ? ColumnMeaning.PostCode
        : Has(said, Concept.Insee) || (Has(said, Concept.City) && Has(said, Concept.Code | Concept.Number)) ? ColumnMeaning.CommuneCode
        : Has(said, Concept.City) ? ColumnMeaning.City
        : Has(said, Concept.Country) ? ColumnMeaning.Country
        : Has(said, Concept.Complement) ? ColumnMeaning.Complement
        : Has(said, Concept.Residence) && !Has(said, Concept.Address | Concept.Street) ? Has(said, Concept.Place) ? ColumnMeaning.City : ColumnMeaning.Complement
        : Has(said, Concept.Street | Concept.Address) && Has(said, Concept.Number) ? ColumnMeaning.HouseNumber
        : Has(said, Concept.Code) ? ColumnMeaning.Unknown
        : Has(said, Concept.Street) ? ColumnMeaning.AddressLine
        : Has(said, Concept.Address) && !Has(said, Concept.Name) ? Has(said, Concept.Second) ? ColumnMeaning.Complement : ColumnMeaning.AddressLine
        : ColumnMeaning.Unknown;

    private static ColumnMeaning OfNames(Concept said)
    {
        var named = Has(said, Concept.Name);
        return Has(said, Dated | Concept.Place | Concept.Code | Concept.Number | Concept.Address) ? ColumnMeaning.Unknown
            : Has(said, Concept.Given) || (Has(said, Concept.First) && named)
                ? Has(said, Concept.Nom) || Has(said, Concept.Family) ? ColumnMeaning.FullName : ColumnMeaning.GivenNames
            : !named || Has(said, Concept.Alternate) ? ColumnMeaning.Unknown
            : Has(said, Concept.Usage) ? ColumnMeaning.UsageName
            : Has(said, Concept.Full) ? ColumnMeaning.FullName
            : Has(said, Concept.Family | Concept.Nom) ? ColumnMeaning.FamilyName
            : (said & ~Concept.Second) == Concept.Name ? ColumnMeaning.FullName : ColumnMeaning.Unknown;
    }

    /// <summary>Whether any of these was said.</summary>
    private static bool Has(Concept said, Concept any) => (said & any) != Concept.None;
}
