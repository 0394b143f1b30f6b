namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>What blocking keys are made of.</summary>
internal enum KeyPart
{
    /// <summary>Sound of each family name and of each token of a double name.</summary>
    SurnameSound,

    /// <summary>Sound of the first and of the used given name.</summary>
    GivenSound,

    /// <summary>Both sounds without order: swapped names meet too.</summary>
    FullNameSound,
    SurnameInitial,
    GivenInitial,
    Sex,
    BirthYear,
    BirthMonth,

    /// <summary>A full date that is not a presumed one; day and month without order.</summary>
    BirthDate,
    BirthCommune,
    Email,
    Phone,

    /// <summary>House number and street, the type of street aside; and a house's BAN id.</summary>
    Address,
    Street,
    PostCode,
    City,
    Identifier,

    /// <summary>First three letters of each family name.</summary>
    SurnameStart,

    /// <summary>First three letters of the first and of the used given name.</summary>
    GivenStart,

    /// <summary>Day and month of birth, without order.</summary>
    BirthDay,

    /// <summary>What stands before the sign of an e-mail.</summary>
    EmailLocal,
    HouseNumber,

    /// <summary>Each family name, and it less any one letter: names one slip apart share one of them.</summary>
    SurnameSlips,

    /// <summary>The same of the first and of the used given name.</summary>
    GivenSlips,
    Text1,
    Text2,
    Text3,
    Code1,
    Code2,
    Number1,
    Number2,
    Date1,
}
