namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Facts about fields: their word in documents, their domain.</summary>
internal static class Fields
{
    /// <summary>No more fit the header of a <see cref="Row"/>.</summary>
    public const int Count = 27;

    public const int DomainCount = 19;

    private static readonly string[] Words =
    [
        "birthName", "usageName", "formerName", "givenNames", "usedGivenName", "sex", "birthDate", "birthCommune", "birthCountry",
        "email", "phone", "street", "houseNumber", "complement", "postCode", "city", "communeCode", "banId", "identifier",
        "text1", "text2", "text3", "code1", "code2", "number1", "number2", "date1",
    ];

    private static readonly Domain[] Domains =
    [
        Domain.Surname, Domain.Surname, Domain.Surname, Domain.GivenName, Domain.GivenName, Domain.None, Domain.None, Domain.Place, Domain.Place,
        Domain.Email, Domain.Phone, Domain.Street, Domain.HouseNumber, Domain.Complement, Domain.PostCode, Domain.City, Domain.Place, Domain.BanId, Domain.Identifier,
        Domain.Text1, Domain.Text2, Domain.Text3, Domain.Code1, Domain.Code2, Domain.Number1, Domain.Number2, Domain.None,
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
