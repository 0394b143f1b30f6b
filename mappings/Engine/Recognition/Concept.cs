namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What one word of a column's name speaks of; several words together make a meaning.</summary>
[Flags]
internal enum Concept : ulong
{
    /// <summary>Whose column it is, where it stands in a list, an article: nothing of what it holds.</summary>
    None = 0,
    Birth = 1 << 0,
    Death = 1 << 1,
    Date = 1 << 2,
    Year = 1 << 3,
    Month = 1 << 4,
    Day = 1 << 5,
    Place = 1 << 6,
    Code = 1 << 7,
    Number = 1 << 8,
    Country = 1 << 9,

    /// <summary>"nom" or "name".</summary>
    Name = 1 << 10,

    /// <summary>"nom": of the family unless said otherwise, where an English "name" is the whole name.</summary>
    Nom = 1 << 11,

    /// <summary>"family", "last": a family name where "name" stands with it.</summary>
    Family = 1 << 12,
    Usage = 1 << 13,
    Full = 1 << 14,

    /// <summary>"prénom", "forename".</summary>
    Given = 1 << 15,

    /// <summary>"first", "given": a given name where "name" stands with it.</summary>
    First = 1 << 16,

    /// <summary>Somebody else, or a fact about the record: nothing is taken.</summary>
    Other = 1 << 17,
    Sex = 1 << 18,
    Civility = 1 << 19,
    Mail = 1 << 20,
    Phone = 1 << 21,
    Mobile = 1 << 22,
    Address = 1 << 23,
    Street = 1 << 24,

    /// <summary>"type", which is one with a street's name only.</summary>
    Type = 1 << 25,

    /// <summary>A second line.</summary>
    Second = 1 << 26,
    Complement = 1 << 27,
    Post = 1 << 28,
    City = 1 << 29,
    Insee = 1 << 30,
    Nir = 1UL << 31,

    /// <summary>"époux": a usage name where "nom" stands alone with it, else somebody else.</summary>
    Spouse = 1UL << 32,

    /// <summary>"autre": one more of what a person may have several of, but no name that stands for the first.</summary>
    Alternate = 1UL << 33,

    /// <summary>"résidence": a building's name, or where somebody lives.</summary>
    Residence = 1UL << 34,

    /// <summary>"foyer": its number and name are not the person's, its address and phone are.</summary>
    Household = 1UL << 35,
}
