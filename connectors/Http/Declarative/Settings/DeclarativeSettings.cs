using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>A whole connector as data.</summary>
public sealed record DeclarativeSettings : HttpSettings
{
    [Setting("Requête d’une page", "Request of a page")]
    public required RequestSettings Request { get; init; }

    [Setting("Pagination", "Paging")]
    public PagingSettings Paging { get; init; } = new();

    [Setting("Plusieurs listes, lues l’une après l’autre", "Several lists, read one after another")]
    public EachSettings? Each { get; init; }

    [Setting("Où se trouve la liste des enregistrements", "Where the list of records stands")]
    public required JsonPath Records { get; init; }

    [Setting("Champs qui forment la clé", "Fields that form the key")]
    public required IReadOnlyList<JsonPath> Key { get; init; }

    [Setting("Champ de la date de modification", "Field of the date of change")]
    public JsonPath? ChangedAt { get; init; }

    [Setting("Détail demandé pour chaque enregistrement nouveau ou changé", "Detail asked for each new or changed record")]
    public DetailSettings? Details { get; init; }

    [Setting("Lecture des seuls changements", "Reading changes only")]
    public CursorSettings? Cursor { get; init; }

    [Setting("Suppressions", "Deletions")]
    public DeletionSettings Deletions { get; init; } = new();

    [Setting("Écriture d’un enregistrement ; absente : la connexion ne fait que lire", "Writing one record; absent: the connection only reads")]
    public WriteSettings? Write { get; init; }

    [Setting("Règles d’erreur", "Error rules")]
    public IReadOnlyList<ErrorRuleSettings> Errors { get; init; } = [];

    public override IEnumerable<SettingProblem> Check()
    {
        var places = Request.Query.Values.Concat(Cursor?.Query.Values ?? []).Append(Request.Body).Append(Cursor?.Body).SelectMany(template => template?.Places ?? []).ToHashSet();
        return [.. base.Check(), .. Paged(places), .. Changed(places)];
    }

    private IEnumerable<SettingProblem> Paged(HashSet<string> places)
    {
        var place = Paging.Kind switch { PagingKind.Offset => Template.Offset, PagingKind.Page => Template.Page, PagingKind.Cursor => Template.Cursor, _ => null };
        if (place is not null && !places.Contains(place))
        {
            yield return new SettingProblem("request.query", $"Paging by {place} needs a parameter with {{{place}}}.");
        }

        foreach (var other in places.Where(other => other is Template.Offset or Template.Page or Template.Cursor && other != place))
        {
            yield return new SettingProblem("request.query", $"{{{other}}} belongs to another kind of paging than paging.kind says.");
        }

        if (Paging.Kind is PagingKind.Cursor or PagingKind.NextLink && Paging.Next is null)
        {
            yield return new SettingProblem("paging", "paging.next says where the next cursor or link stands.");
        }

        if (Key.Count == 0)
        {
            yield return new SettingProblem("key", "A key has at least one field.");
        }

        if (Each is { } each && (each.Values.Count == 0 || !Request.Path.Contains(EachSettings.Place, StringComparison.Ordinal)))
        {
            yield return new SettingProblem("each", $"Several lists need words, and a request.path that names their place by {EachSettings.Place}.");
        }

        if (Write is { } write && !write.Path.Contains(DetailSettings.Key, StringComparison.Ordinal))
        {
            yield return new SettingProblem("write.path", $"The path of a record that is written names it by {DetailSettings.Key}.");
        }

        if (Details is { } details && !details.Path.Contains(DetailSettings.Key, StringComparison.Ordinal))
        {
            yield return new SettingProblem("details.path", $"The path of a detail names its record by {DetailSettings.Key}.");
        }
    }

    private IEnumerable<SettingProblem> Changed(HashSet<string> places)
    {
        if (Cursor is not null && (ChangedAt is null || !places.Contains(Template.Since)))
        {
            yield return new SettingProblem("cursor", "Reading changes only needs changedAt, and a parameter with {since}.");
        }

        if (Cursor is null && places.Contains(Template.Since))
        {
            yield return new SettingProblem("request.query", "{since} needs a cursor section: cursor: { lookBack: 10m }.");
        }

        if (Cursor?.Body is not null && Request.Body is null)
        {
            yield return new SettingProblem("cursor.body", "cursor.body replaces request.body; a request without a body sends its changes by cursor.query.");
        }

        if (Deletions.Missing && Cursor is not null)
        {
            yield return new SettingProblem("deletions.missing", "A read of changes only lacks most records: what is missing there is not deleted.");
        }
    }
}
