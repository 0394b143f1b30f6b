using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Rights;

/// <summary>Who saw a person, from the access log: applications, subscribers and systems asked about the person by name (CJEU C-154/21), staff as staff.</summary>
public sealed class Recipients(IOperationsStore operations, KeyRing keys, HubNode node)
{
    private const int Page = 500;

    public async Task<IReadOnlyList<Recipient>> OfAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var subscribers = (await node.Configuration.ReadSubscriptionsAsync(cancellationToken)).Select(subscription => subscription.Name).ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<(string Actor, bool Asked), string>();
        var seen = new List<Recipient>();
        for (var skip = 0; ; skip += Page)
        {
            var rows = await operations.ListAuditAsync(id.ToString(), skip, Page, cancellationToken);
            foreach (var row in rows)
            {
                // Asked are connections alone, whether their documents are still here or not.
                var asked = row.Action == AccessLog.Asking;
                if (!names.TryGetValue((row.Actor, asked), out var who))
                {
                    who = asked ? row.Actor
                        : await keys.FindAsync(row.Actor, cancellationToken) is { } key ? $"{key.Id}, {key.Contract.Controller}"
                        : subscribers.Contains(row.Actor) ? row.Actor
                        : "staff";
                    names.Add((row.Actor, asked), who);
                }

                seen.Add(new Recipient(row.At, who, row.Action, row.Purpose, row.LegalBasis));
            }

            if (rows.Count < Page)
            {
                return seen;
            }
        }
    }
}
