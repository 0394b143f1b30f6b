using IntegrationHub.Mdm.Model;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationHub.Host.Api;

/// <summary>Completes the generated OpenAPI description: title, the key scheme, and the forms that are written by hand.</summary>
public static class ApiDescription
{
    private const string Scheme = "key";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "IntegrationHub",
                Version = "v1",
                Description = "One golden record per person. Every call needs a key ('Authorization: Bearer ihk_…') whose contract states attributes, sources, purpose and legal basis; errors are Problem Details (RFC 9457) with stable types.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An application key." };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = context.JsonTypeInfo.Type;
            if (type == typeof(GoldenId) || type == typeof(GoldenId?))
            {
                Text(schema, "A golden id: eight letters and a check character, Crockford base32.");
            }
            else if (type == typeof(SourceVersion))
            {
                Text(schema, "The source's own ordering of the record's versions.");
            }
            else if (type == typeof(Citizen))
            {
                CitizenSchema.Fill(schema);
            }
            else if (type == typeof(Hub.Contracts.CitizenView))
            {
                CitizenSchema.FillGolden(schema);
            }

            return Task.CompletedTask;
        });
    }

    private static void Text(OpenApiSchema schema, string description) => (schema.Type, schema.Description) = (JsonSchemaType.String, description);
}
