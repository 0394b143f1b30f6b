using IntegrationHub.Mappings.Engine.Compiling;

namespace IntegrationHub.Tests.Mappings;

public sealed class A_wrong_document_is_told_all_its_errors
{
    [Fact]
    public void Every_error_names_file_line_attribute_and_the_nearest_word()
    {
        var errors = Errors("""
            mapping: test
            columns: [nom, prenom, naissance]
            citizen:
              birthNmae: nom
              givenNames: prenon
              birthDate: naissance | datte
              sex: nom | sex(ordre=x)
            atributes: {}
            """);
        Assert.Equal(
            [
                "test.yaml:4: citizen.birthNmae: unknown name \"birthNmae\"; did you mean \"birthName\"?",
                "test.yaml:5: citizen.givenNames: unknown column \"prenon\"; did you mean \"prenom\"?",
                "test.yaml:6: citizen.birthDate: unknown function \"datte\"; did you mean \"date\"?",
                "test.yaml:7: citizen.sex: unknown parameter of sex \"ordre\"",
                "test.yaml:8: atributes: unknown name \"atributes\"; did you mean \"attributes\"?",
            ],
            errors);
    }

    [Theory]
    [InlineData("birthDate: a | number", "is a number, but this attribute is a date: end it with `date`", false)]
    [InlineData("birthName: a | date", "is a date, but this attribute is a text", false)]
    [InlineData("birthName: a | split", "split needs separator", true)]
    [InlineData("birthName: a | lookup(none)", "unknown table \"none\"", true)]
    [InlineData("birthName: a | name-family(nom-prenon)", "did you mean \"nom-prenom\"?", true)]
    [InlineData("birthName: a | extract(\"(\")", "not a regular expression", true)]
    [InlineData("birthName: a | extract(\"(?=a)b\")", "may not look around", true)]
    [InlineData("birthName: a | left of", "is no function call", true)]
    [InlineData("birthName: a | split(\";\", at=two)", "at must be a whole number", true)]
    [InlineData("birthName: {}", "needs one of: from, column, constant, firstOf", true)]
    [InlineData("birthName: { from: a, constant: b }", "needs one of: from, column, constant, firstOf", true)]
    [InlineData("extra: { quotien: a }", "did you mean \"quotient\"?", true)]
    [InlineData("verification: { constant: franceConnect }", "unknown word \"franceConnect\"", true)]
    [InlineData("birthName: { from: a, when: { value: a, iss: x } }", "did you mean \"is\"?", true)]
    [InlineData("key: a", "it needs `forEach:`", true)]
    public void An_error_says_what_to_write(string line, string expected, bool any)
    {
        var errors = Errors($"mapping: test\nattributes: {{ quotient: number }}\ncitizen:\n  {line}\n");
        Assert.NotEmpty(errors);
        Assert.Contains(errors, e => e.Contains(expected, StringComparison.Ordinal) && e.StartsWith("test.yaml:4: citizen", StringComparison.Ordinal));
        Assert.True(any || errors.Count == 1);
    }

    [Theory]
    [InlineData("mapping: [", "not readable as YAML")]
    [InlineData("just a text", "a group of `name: value` lines")]
    [InlineData("mapping: a\nmapping: b\n", "not readable as YAML")]
    [InlineData("title: x\ncitizen: { birthName: a }\n", "needs a name")]
    [InlineData("mapping: x\n", "maps nothing")]
    [InlineData("mapping: x\ncitizen: { birthName: a }\nrelationships: [{ kind: parnt, from: citizen, to: citizen }]\n", "did you mean \"parent\"?")]
    [InlineData("mapping: x\ncitizen: { birthName: a }\nlinkedItems: [{ kind: request, reference: r, owner: citizn }]\n", "did you mean \"citizen\"?")]
    [InlineData("mapping: x\ncitizen: { birthName: a }\ntables: { t: { file: absent.csv } }\n", "cannot read the table's file absent.csv")]
    [InlineData("mapping: x\ncitizen: { birthName: a }\nattributes: { q: nombre }\n", "did you mean \"number\"?")]
    [InlineData("mapping: x\noutgoing: { lastname: birthNam }\n", "did you mean \"birthName\"?")]
    public void A_document_as_a_whole_is_checked(string document, string expected) =>
        Assert.Contains(Errors(document), e => e.Contains(expected, StringComparison.Ordinal));

    private static List<string> Errors(string document) =>
        [.. MappingCompiler.Compile(document, "test.yaml").Errors.Select(e => e.ToString())];
}
