using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>The stored form of an application key: JSON, the secret's hash in place of the secret.</summary>
public sealed record KeyDocument(
    string Id, string Hash, string Controller, string Purpose, LegalBasis LegalBasis, string[] Attributes, string[] Sources, string? Submits,
    IReadOnlyDictionary<string, Mask>? Masks = null, bool Test = false)
{
    public const string Kind = "key";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Print(ApplicationKey key) => JsonSerializer.Serialize(
        new KeyDocument(
            key.Id,
            Convert.ToHexStringLower(key.Hash),
            key.Contract.Controller.ToString(),
            key.Contract.Purpose,
            key.Contract.LegalBasis,
            Names(key.Contract.Attributes),
            Names(key.Contract.Sources),
            key.Submits,
            key.Contract.Masks.Count == 0 ? null : key.Contract.Masks,
            key.Test),
        Form);

    /// <exception cref="InvalidDataException">The stored document is damaged.</exception>
    public static ApplicationKey Parse(string text, string name)
    {
        try
        {
            var read = JsonSerializer.Deserialize<KeyDocument>(text, Form)
                ?? throw new JsonException("an empty document");
            return new ApplicationKey(read.Id, Convert.FromHexString(read.Hash), read.Contract(), read.Submits, read.Test);
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            throw new InvalidDataException($"key document '{name}' cannot be read: revoke the key and create it again", problem);
        }
    }

    private static string[] Names(Scope scope) => scope.IsAll ? ["*"] : [.. scope.Names];

    private AccessContract Contract() => new()
    {
        Name = Id,
        Controller = Siret.Parse(Controller),
        Purpose = Purpose,
        LegalBasis = LegalBasis,
        Attributes = Scope.Parse(Attributes),
        Sources = Scope.Parse(Sources),
        Masks = Masks ?? new Dictionary<string, Mask>(),
        Roles = new HashSet<Role> { Role.Application },
    };
}
