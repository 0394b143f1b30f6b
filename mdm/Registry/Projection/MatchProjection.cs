using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Projection;

/// <summary>What the matcher sees of a citizen: the model's fields by name. The registry, the one-shot command line and the evaluation all project here.</summary>
/// <remarks>An identifier is <c>SYSTEM:VALUE</c>, with <c>!</c> in front when the hub itself checked its proof. Fields of all addresses stand side by side.</remarks>
public sealed class MatchProjection
{
    private static readonly IReadOnlyList<string> Silent = [];

    private static readonly Dictionary<string, Func<Citizen, IReadOnlyList<string>>> Known = new(StringComparer.Ordinal)
    {
        ["birthName"] = c => One(c.BirthName),
        ["usageName"] = c => One(c.UsageName),
        ["formerName"] = c => Many(c.FormerNames, name => name.BirthName),
        ["givenNames"] = c => c.GivenNames,
        ["usedGivenName"] = c => One(c.UsedGivenName),
        ["sex"] = c => c.Sex switch { Sex.Female => ["F"], Sex.Male => ["M"], _ => Silent },
        ["birthDate"] = c => One(c.BirthDate?.ToString()),
        ["birthCommune"] = c => One(c.BirthPlace?.CommuneCode ?? c.BirthPlace?.Label),
        ["birthCountry"] = c => One(c.BirthPlace?.CountryCode),
        ["email"] = c => Many(c.Emails, point => point.Value),
        ["phone"] = c => Many(c.Phones, point => point.Value),
        ["houseNumber"] = c => Many(c.Addresses, address => address.HouseNumber),
        ["street"] = c => Many(c.Addresses, address => address.Street),
        ["complement"] = c => Many(c.Addresses, address => address.Complement),
        ["postCode"] = c => Many(c.Addresses, address => address.PostCode),
        ["city"] = c => Many(c.Addresses, address => address.City),
        ["communeCode"] = c => Many(c.Addresses, address => address.CommuneCode),
        ["banId"] = c => Many(c.Addresses, address => address.BanId),
        ["identifier"] = c => Many(c.Identifiers, identifier => $"{(identifier.Verified ? "!" : "")}{identifier.System}:{identifier.Value}"),

        // Generic fields are a file's own: no citizen has them.
        ["text1"] = _ => Silent,
        ["text2"] = _ => Silent,
        ["text3"] = _ => Silent,
        ["code1"] = _ => Silent,
        ["code2"] = _ => Silent,
        ["number1"] = _ => Silent,
        ["number2"] = _ => Silent,
        ["date1"] = _ => Silent,
    };

    private readonly Func<Citizen, IReadOnlyList<string>>[] _fields;
    private readonly IReadOnlySet<IdentityStatus> _reviewOnly;

    /// <param name="model">The match model whose fields are wanted.</param>
    /// <param name="reviewOnly">Identity statuses that forbid automatic links.</param>
    /// <exception cref="FormatException">The model names a field no citizen has.</exception>
    public MatchProjection(MatchModel model, IReadOnlySet<IdentityStatus> reviewOnly)
        : this(model.Fields, $"match model {model.Version}", reviewOnly)
    {
    }

    /// <param name="fields">Fields wanted, in order.</param>
    /// <param name="asker">Who wants them, for an error's text.</param>
    /// <param name="reviewOnly">Identity statuses that forbid automatic links.</param>
    /// <exception cref="FormatException">A field no citizen has.</exception>
    public MatchProjection(IReadOnlyList<string> fields, string asker, IReadOnlySet<IdentityStatus> reviewOnly)
    {
        _reviewOnly = reviewOnly;
        _fields = [.. fields.Select(field => Known.TryGetValue(field, out var project)
            ? project
            : throw new FormatException($"{asker}: unknown field '{field}'; did you mean '{Survivorship.NearestWord.Of(field, [.. Known.Keys])}'?"))];
    }

    public MatchRecord Project(PartKey key, Citizen citizen)
    {
        var values = new IReadOnlyList<string>[_fields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _fields[i](citizen);
        }

        return new MatchRecord(KeyOf(key), values, _reviewOnly.Contains(citizen.Status));
    }

    public static MatchKey KeyOf(PartKey key) => new(key.Record.Connection, key.Record.Key, key.Part);

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrEmpty(value) ? Silent : [value];

    private static IReadOnlyList<string> Many<T>(IReadOnlyList<T> items, Func<T, string?> value)
    {
        switch (items.Count)
        {
            case 0:
                return Silent;
            case 1:
                return One(value(items[0]));
            default:
                return [.. items.Select(value).Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal)!];
        }
    }
}
