using System.Text.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Quality;

/// <summary>Keeps random audits of links and their answers, as versions of a document each.</summary>
public sealed class AuditBook(IOperationsStore store)
{
    private const string Kind = "link-audit";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<LinkAudit>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListDocumentsAsync(Kind, cancellationToken)).Select(row => Read(row)).OrderBy(audit => audit.Id, StringComparer.Ordinal)];

    public async Task<LinkAudit?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(Kind, id, cancellationToken) is { } row ? Read(row) : null;

    public Task AddAsync(LinkAudit audit, CancellationToken cancellationToken) => SaveAsync(audit, 1, audit.DrawnBy, audit.DrawnAt, cancellationToken);

    /// <summary>Keeps an answer; a later one takes the place of an earlier one, which stays on record.</summary>
    public async Task<LinkAudit> AnswerAsync(LinkAudit audit, bool same, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var version = (await store.FindDocumentAsync(Kind, audit.Id, cancellationToken))?.Version ?? 0;
        var answered = audit with { Same = same, By = by, At = at };
        await SaveAsync(answered, version + 1, by, at, cancellationToken);
        return answered;
    }

    private static LinkAudit Read(DocumentRow row) => JsonSerializer.Deserialize<LinkAudit>(row.Text, Form)!;

    private Task SaveAsync(LinkAudit audit, int version, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.SaveDocumentAsync(new DocumentRow(Kind, audit.Id, version, JsonSerializer.Serialize(audit, Form), at, by), cancellationToken);
}
