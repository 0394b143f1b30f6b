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

    /// <summary>House number and street, the type of street aside.</summary>
    Address,
    Street,
    PostCode,
    City,
    Identifier,
}
