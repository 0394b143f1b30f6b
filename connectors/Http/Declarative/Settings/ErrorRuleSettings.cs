using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Reads one of the system's error answers; the first rule that fits decides.</summary>
public sealed record ErrorRuleSettings
{
    [Setting("Statuts HTTP ; aucun : tous", "HTTP statuses; none: any")]
    public IReadOnlyList<int> Status { get; init; } = [];

    [Setting("Champ du corps", "Field of the body")]
    public JsonPath? Body { get; init; }

    [Setting("Valeurs de ce champ ; aucune : toute valeur", "Values of that field; none: any value")]
    public IReadOnlyList<string> Values { get; init; } = [];

    [Setting("Ce que la réponse signifie", "What the answer means")]
    public required ErrorVerdict Verdict { get; init; }

    [Setting("Code stable de l’erreur", "Stable code of the error")]
    public string? Code { get; init; }

    [Setting("Message", "Message")]
    public MessageSettings? Message { get; init; }

    [Setting("Qui corrige", "Who mends it")]
    public FixedBy FixedBy { get; init; } = FixedBy.Architect;

    [Setting("Secondes d’attente quand le système n’en dit pas", "Seconds to wait when the system names none", Minimum = 1, Maximum = 86_400)]
    public int WaitSeconds { get; init; } = 60;
}
