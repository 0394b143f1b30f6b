namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Facts about fields: their word in documents, their domain.</summary>
internal static class Fields
{
    public const int Count = 18;

    public const int DomainCount = 11;

    private static readonly string[] Words =
    [
        "birthName", "usageName", "formerName", "givenNames", "usedGivenName", "sex", "birthDate", "birthCommune", "birthCountry",
        "email", "phone", "street", "houseNumber", "complement", "postCode", "city", "communeCode", "identifier",
    ];

    private static readonly Domain[] Domains =
    [
        Domain.Surname, Domain.Surname, Domain.Surname, Domain.GivenName, Domain.GivenName, Domain.None, Domain.None, Domain.Place, Domain.Place,
        Domain.Email, Domain.Phone, Domain.Street, Domain.HouseNumber, Domain.Complement, Domain.PostCode, Domain.City, Domain.Place, Domain.Identifier,
    ];

    public static IReadOnlyList<string> Names => Words;

    public static Domain DomainOf(Field field) => Domains[(int)field];

    public static bool TryParse(string word, out Field field)
    {
        var index = Array.IndexOf(Words, word);
        field = (Field)Math.Max(index, 0);
        return index >= 0;
    }
}
