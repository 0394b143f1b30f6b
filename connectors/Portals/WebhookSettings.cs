using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Declarative.Settings;

namespace IntegrationHub.Connectors.Portals;

/// <summary>Events a portal sends by itself: Standard Webhooks, or CloudEvents over HTTP (structured, batched or binary) signed the same way or bearing a shared key.</summary>
public sealed record WebhookSettings : ICheckedSettings
{
    [Setting("Clés de signature (Standard Webhooks, whsec_…) ; plusieurs le temps d’un changement", "Signing keys (Standard Webhooks, whsec_…); several while one is replaced")]
    public IReadOnlyList<Secret> Keys { get; init; } = [];

    [Setting("En-tête qui porte une clé partagée, quand l’émetteur ne signe pas", "Header that bears a shared key, when the sender does not sign")]
    public string? KeyHeader { get; init; }

    [Setting("Clé partagée de cet en-tête", "Shared key of that header")]
    public Secret? SharedKey { get; init; }

    [Setting("Écart d’horloge toléré, en secondes", "Clock difference tolerated, in seconds", Minimum = 5, Maximum = 3600)]
    public int ToleranceSeconds { get; init; } = 300;

    [Setting("Types d’événement lus ; aucun : tous", "Event types read; none: all")]
    public IReadOnlyList<string> Types { get; init; } = [];

    [Setting("Types d’événement qui suppriment", "Event types that delete")]
    public IReadOnlyList<string> DeletedTypes { get; init; } = [];

    [Setting("Où se trouve l’enregistrement dans data ; $ : data lui-même", "Where the record stands in data; $: data itself")]
    public JsonPath Record { get; init; } = JsonPath.Parse("$");

    [Setting("Champs de l’enregistrement qui forment la clé", "Fields of the record that form the key")]
    public required IReadOnlyList<JsonPath> Key { get; init; }

    public IEnumerable<SettingProblem> Check()
    {
        if (Keys.Count == 0 && (KeyHeader is null || SharedKey is null))
        {
            yield return new SettingProblem("keys", "Say how the sender proves itself: keys, or keyHeader and sharedKey.");
        }

        if (Key.Count == 0)
        {
            yield return new SettingProblem("key", "A key has at least one field.");
        }
    }
}
