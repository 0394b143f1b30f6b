using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>How pages follow each other. A read ends with an empty page, a missing link or cursor, or the total reached.</summary>
public sealed record PagingSettings
{
    [Setting("Sorte de pagination", "Kind of paging")]
    public PagingKind Kind { get; init; } = PagingKind.None;

    [Setting("Enregistrements par page : {size}", "Records a page: {size}", Minimum = 1, Maximum = 100_000)]
    public int Size { get; init; } = 100;

    [Setting("Numéro de la première page", "Number of the first page", Minimum = 0, Maximum = 1)]
    public int First { get; init; } = 1;

    [Setting("Où se trouve le curseur ou le lien suivant", "Where the next cursor or link stands")]
    public JsonPath? Next { get; init; }

    [Setting("Curseur de la première page ; aucun : le paramètre n’est pas envoyé", "Cursor of the first page; none: the parameter is not sent")]
    public string? Start { get; init; }

    [Setting("Où se trouve le nombre total d’enregistrements", "Where the total number of records stands")]
    public JsonPath? Total { get; init; }

    [Setting("Où se trouve le nombre de pages", "Where the number of pages stands")]
    public JsonPath? Pages { get; init; }
}
