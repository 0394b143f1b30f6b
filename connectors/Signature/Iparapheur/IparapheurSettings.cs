using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>A desk of an iparapheur 5. The base address is the server's: <c>https://parapheur.example.fr/</c>.</summary>
public sealed record IparapheurSettings : HttpSettings
{
    [Setting("Compte technique", "Technical account")]
    public required BasicSettings Account { get; init; }

    [Setting("Entité (identifiant)", "Tenant (id)")]
    public required string Tenant { get; init; }

    [Setting("Bureau (identifiant)", "Desk (id)")]
    public required string Desk { get; init; }

    [Setting("Bannettes lues, dans l’ordre de la vie d’un dossier ; deux ne se recouvrent pas", "Lists read, in the order of a folder's life; no two overlap")]
    public IReadOnlyList<string> States { get; init; } = ["DRAFT", "PENDING", "DOWNSTREAM", "FINISHED", "REJECTED"];

    [Setting("Dossiers par page", "Folders a page", Minimum = 1, Maximum = 250)]
    public int PageSize { get; init; } = 50;

    [Setting("Un dossier qui n’est plus dans aucune bannette est supprimé ; sinon son dernier état demeure", "A folder that is in no list any more is deleted; otherwise its last state stays")]
    public bool MissingIsDeleted { get; init; } = true;

    [Setting("Dossiers créés", "Folders made")]
    public FolderSettings? Folder { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth is not null)
        {
            yield return new SettingProblem("auth", "iparapheur gives tokens to a technical account: write account, not auth.");
        }

        if (States.Count == 0)
        {
            yield return new SettingProblem("states", "Name at least one list: DRAFT, PENDING, DOWNSTREAM, FINISHED, REJECTED.");
        }
    }
}
