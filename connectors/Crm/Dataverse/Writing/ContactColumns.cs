namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>The contact table's own columns that say who somebody is, with their lengths in characters (Common Data Model).</summary>
internal static class ContactColumns
{
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const string LastName = "lastname";

    /// <summary>Columns whose true refuses a way of contact.</summary>
    public const string Refusals = "donot";

    public static IReadOnlyDictionary<string, int> Lengths { get; } = new Dictionary<string, int>
    {
        ["salutation"] = 100, ["firstname"] = 50, ["middlename"] = 50, [LastName] = 50, ["nickname"] = 100, ["suffix"] = 10, ["governmentid"] = 50, ["externaluseridentifier"] = 50,
        ["emailaddress1"] = 100, ["emailaddress2"] = 100, ["emailaddress3"] = 100, ["telephone1"] = 50, ["telephone2"] = 50, ["telephone3"] = 50, ["mobilephone"] = 50, ["home2"] = 50, ["fax"] = 50,
        ["address1_line1"] = 250, ["address1_line2"] = 250, ["address1_line3"] = 250, ["address1_city"] = 80, ["address1_stateorprovince"] = 50, ["address1_county"] = 50,
        ["address1_postalcode"] = 20, ["address1_country"] = 80, ["spousesname"] = 100, ["description"] = 2000,
    };

    /// <summary>Columns the server fills by itself.</summary>
    public static IReadOnlySet<string> Own { get; } = new HashSet<string> { "createdon", "modifiedon", "versionnumber", "fullname", "merged", State, Status };

    /// <summary>Personal columns that are no texts.</summary>
    public static IReadOnlyList<string> Others { get; } = ["birthdate", "gendercode", "familystatuscode"];
}
