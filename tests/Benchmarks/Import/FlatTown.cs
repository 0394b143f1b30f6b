using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Compiling;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>A generated town as one CSV file, and the mapping that reads it. The truth column is in the file and in no mapping.</summary>
internal static class FlatTown
{
    private const string Document = """
        mapping: flat-town
        columns: [nom_naissance, nom_usage, prenoms, sexe, date_naissance, code_commune_naissance, code_pays_naissance, email, telephone, adresse, complement, code_postal, ville, source, verite]
        citizen:
          birthName: nom_naissance
          usageName: nom_usage
          givenNames: prenoms
          sex: sexe
          birthDate: date_naissance
          birthPlace: { commune: code_commune_naissance, country: code_pays_naissance }
          emails: email
          phones: telephone
          address: { lines: [adresse, complement], postCode: code_postal, city: ville }
        """;

    public static string Write(DirectoryInfo folder, int records, ulong seed)
    {
        var path = Path.Combine(folder.FullName, "town.csv");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        FlatFile.Write(writer, Town.Generate(new TownSettings { Seed = seed, Records = records }));
        return path;
    }

    public static CompiledMapping Mapping()
    {
        var compiled = MappingCompiler.Compile(Document, "flat-town.yaml");
        return compiled.Mapping ?? throw new InvalidOperationException(string.Join(Environment.NewLine, compiled.Errors));
    }
}
