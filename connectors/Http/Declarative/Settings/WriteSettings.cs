using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Writing into records that are there: each is read first, and only what differs is sent.</summary>
public sealed record WriteSettings
{
    [Setting("Chemin d’un enregistrement sous l’adresse de base, avec {key}", "Path of one record below the base address, with {key}")]
    public required string Path { get; init; }

    [Setting("Envoyer les champs changés (patch) ou l’enregistrement entier (put)", "Send the changed fields (patch) or the whole record (put)")]
    public WriteMethod Method { get; init; } = WriteMethod.Patch;

    [Setting("Où se trouve l’enregistrement dans la réponse", "Where the record stands in the answer")]
    public JsonPath Record { get; init; } = JsonPath.Parse("$");

    [Setting("Champ de la correspondance sortante qui nomme l’enregistrement là où il n’a pas été lu ; il n’est pas écrit", "Field of the outgoing mapping that names the record where it was not read; it is not written")]
    public string Named { get; init; } = "id";

    [Setting("Fiche de référence sans enregistrement : skip (rien n’est écrit) ou refuse (mise de côté)", "Golden record without a record there: skip (nothing is written) or refuse (parked)")]
    public UnknownRecord Unknown { get; init; } = UnknownRecord.Skip;

    [Setting("Champ qui reçoit l’identifiant de la fiche de référence ; vide : aucun", "Field that takes the golden record's id; empty for none")]
    public string GoldenField { get; init; } = "";

    [Setting("Champ qui reçoit la version de la fiche ; vide : aucun", "Field that takes the golden record's version; empty for none")]
    public string VersionField { get; init; } = "";
}
