using IntegrationHub.Connectors.Ged.Documents;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>Properties of CMIS objects.</summary>
internal sealed class CmisSink(CmisSettings settings, HttpLink link) : DocumentSink(settings)
{
    private CmisRepository? repository;

    protected override async Task<IReadOnlyDictionary<string, string>> ReadAsync(string document, CancellationToken cancellationToken)
    {
        var root = (await RepositoryAsync(cancellationToken)).Root;
        using var json = (await link.GetAsync(HttpLink.Query(root, ("cmisselector", "object"), ("objectId", document), ("succinct", "true")), cancellationToken)).Json();
        return CmisProperties.Of(json.RootElement).Where(property => property.Value.ValueKind != System.Text.Json.JsonValueKind.Null)
            .ToDictionary(property => property.Name, property => property.Value.ToString(), StringComparer.Ordinal);
    }

    protected override async Task WriteAsync(string document, IReadOnlyDictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        var form = new List<KeyValuePair<string, string>> { new("cmisaction", "update"), new("objectId", document), new("succinct", "true") };
        var number = 0;
        foreach (var (name, value) in properties)
        {
            form.Add(new($"propertyId[{number}]", name));
            if (value is not null)
            {
                form.Add(new($"propertyValue[{number}]", value));
            }

            number++;
        }

        // Setting the same values twice is one change.
        using var request = new HttpRequestMessage(HttpMethod.Post, (await RepositoryAsync(cancellationToken)).Root) { Content = new FormUrlEncodedContent(form) };
        await link.SendAsync(request.AsRepeatable(), cancellationToken);
    }

    private async Task<CmisRepository> RepositoryAsync(CancellationToken cancellationToken) => repository ??= await CmisRepository.ReadAsync(settings, link, cancellationToken);
}
