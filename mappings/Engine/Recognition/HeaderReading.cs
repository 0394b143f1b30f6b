namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What the name of a column says.</summary>
/// <param name="Meaning">What it says the column holds.</param>
/// <param name="Said">All that its words speak of.</param>
/// <param name="Strange">Whether some of its words are not known: whose column it is may be said by them.</param>
internal readonly record struct HeaderReading(ColumnMeaning Meaning, Concept Said, bool Strange)
{
    /// <summary>Meanings that the values confirm or deny: words nobody knows beside them do no harm, unless another column has none.</summary>
    private static readonly ColumnMeaning[] Tested =
        [ColumnMeaning.Email, ColumnMeaning.Phone, ColumnMeaning.Mobile, ColumnMeaning.BirthDate, ColumnMeaning.Sex, ColumnMeaning.Civility];

    /// <summary>What says nothing of what a column holds as long as it stands alone.</summary>
    private const Concept Vague = Concept.Second | Concept.First | Concept.Family | Concept.Usage | Concept.Full | Concept.Alternate;

    private const Concept Names = Concept.Name | Concept.Nom | Concept.Given | Concept.Birth | Vague;

    private const Concept Places = Concept.Address | Concept.Street | Concept.Post | Concept.Code | Concept.City | Concept.Number | Concept.Name | Concept.Nom | Concept.Residence;

    public static HeaderReading Of(string header)
    {
        var said = HeaderVocabulary.Of(header, out var strange);
        var meaning = HeaderRules.Of(said);
        return new HeaderReading(strange && meaning != ColumnMeaning.Nir && !Tested.Contains(meaning) ? ColumnMeaning.Unknown : meaning, said, strange);
    }

    /// <summary>Whether it speaks of somebody else, or of the record.</summary>
    public bool IsOthers => (Said & (Concept.Other | Concept.Spouse)) != Concept.None || ((Said & Concept.Household) != Concept.None && (Said & HeaderRules.Reached) == Concept.None);

    private bool IsSilent => (Said & ~Vague) == Concept.None;

    /// <summary>Whether the values may make this of a column whose name does not: the name is silent, or says nearly as much of somebody it does not tell.</summary>
    public bool MayBe(ColumnMeaning meaning) => IsSilent || (Strange && meaning switch
    {
        ColumnMeaning.FamilyName or ColumnMeaning.GivenNames or ColumnMeaning.FullName => Is(Concept.Name | Concept.Given, Names),
        ColumnMeaning.PostCode or ColumnMeaning.City or ColumnMeaning.AddressLine => Is(Concept.Address | Concept.Street | Concept.Post | Concept.City, Places),
        _ => false,
    });

    private bool Is(Concept some, Concept all) => (Said & some) != Concept.None && (Said & ~all) == Concept.None;
}
