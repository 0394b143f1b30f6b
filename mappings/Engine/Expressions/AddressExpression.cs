using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Functions.Places;
using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>An address put together from lines and parts; the commune's code follows from city and postal code where only one fits.</summary>
/// <param name="parts">What is mapped, by part.</param>
/// <param name="french">False for a source abroad: no French postal codes, no communes.</param>
internal sealed class AddressExpression(IReadOnlyDictionary<string, Expression> parts, bool french = true) : Expression(ValueKind.Address)
{
    public static readonly string[] Parts =
        ["lines", "houseNumber", "street", "complement", "postCode", "city", "commune", "country", "banId", "validFrom", "validTo"];

    private readonly Expression?[] parts = [.. Parts.Select(p => parts.GetValueOrDefault(p))];

    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        var address = parts[0]?.Evaluate(scope, attempt) as PostalAddress ?? new PostalAddress();
        var country = Text(7, scope, attempt);
        var postCode = PostCode(country, scope, attempt) ?? address.PostCode;
        var city = Text(5, scope, attempt) ?? address.City;
        var commune = Text(6, scope, attempt);
        if (french && commune is null && city is not null && country is null or CountryTable.France)
        {
            commune = CommuneTable.France.Find(city, postCode, out bool _);
        }

        address = address with
        {
            HouseNumber = Text(1, scope, attempt) ?? address.HouseNumber,
            Street = Text(2, scope, attempt) ?? address.Street,
            Complement = Text(3, scope, attempt) ?? address.Complement,
            PostCode = postCode,
            City = city,
            CommuneCode = commune,
            CountryCode = country,
            BanId = Text(8, scope, attempt),
            ValidFrom = Day(9, scope, attempt),
            ValidTo = Day(10, scope, attempt),
        };
        return address is { Street: null, Complement: null, PostCode: null, City: null, CommuneCode: null, BanId: null } ? null : address;
    }

    /// <summary>A bare column is read as a French postal code, unless the address lies abroad.</summary>
    private string? PostCode(string? country, in Scope scope, Attempt attempt) =>
        parts[4] is { } column && Text(4, scope, attempt) is { } text
            ? french && column.IsBare && country is null or CountryTable.France ? PostcodeFunction.Of(text, attempt) : text
            : null;

    private string? Text(int part, in Scope scope, Attempt attempt) => parts[part]?.Evaluate(scope, attempt) switch
    {
        string?[] several => string.Join(' ', several),
        var value => value as string,
    };

    private DateOnly? Day(int part, in Scope scope, Attempt attempt) =>
        parts[part]?.Evaluate(scope, attempt) is PartialDate date ? new DateOnly(date.Year, date.Month ?? 1, date.Day ?? 1) : null;
}
