using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>How contacts are written.</summary>
public sealed record DataverseWriteSettings
{
    [Setting("Clé alternative qui porte l’identifiant de référence", "Alternate key that holds the golden id")]
    public string Key { get; init; } = "gru_goldenid";

    [Setting("Effacement d’une personne : delete ou anonymise", "When a person is erased: delete or anonymise")]
    public DataverseErasure Erasure { get; init; } = DataverseErasure.Delete;

    [Setting("Personne qui quitte l’abonnement : deactivate, delete ou keep", "When a person leaves the subscription: deactivate, delete or keep")]
    public DataverseLeaving Leaving { get; init; } = DataverseLeaving.Deactivate;

    [Setting("Opérations par lot ; 1 : aucune mise en lot", "Operations in a batch; 1: no batches", Minimum = 1, Maximum = 1000)]
    public int Batch { get; init; } = 100;

    [Setting("Demander la détection de doublons de Dynamics à la création", "Ask Dynamics to detect duplicates when a contact is created")]
    public bool DetectDuplicates { get; init; }

    [Setting("Longueurs des colonnes ajoutées par la commune", "Lengths of the columns the town added")]
    public IReadOnlyDictionary<string, int> Lengths { get; init; } = new Dictionary<string, int>();
}
