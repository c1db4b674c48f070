// The words and signs of a model. Keywords are names to this lexer: org.eimodel.parse.Words gives them their types,
// which keeps the lexer small and fast, and lets most of them be names where that is harmless.
lexer grammar EimodelLexer;

tokens {
  // reserved: never names
  NEURON, SYNAPSE, PLASTICITY, POPULATION, PROJECTION, PARAM, STATE, LET,
  AND, OR, NOT, IF, THEN, ELSE, TRUE, FALSE, IN, WHERE, OF, WITH, USING, PER, WHEN, UNLESS, CROSSES, CONNECT, REFRACTORY, SEND,
  // words of the language that may also be names
  IMPORT, INDEX, DATA, DRIVE, RECORD, RUN, SET, REPEAT, SWEEP, OVER, EXTENDS,
  INPUT, OUTPUT, WEIGHT, EVENT, NOISE, SHARED, SPIKE, SPIKES, FOR, INTEGRATE, KEEP,
  ON, AT, ARRIVAL, SOURCE, TARGET, FROM, UNTIL, EVERY, FINISH, REDRAW, CLIP,
  // what layout makes of the signs below: the end of a statement, a unit after a number, the bracket that opens one
  END, UNIT, UNIT_OPEN
}

SPACE: [ \t\f]+ -> skip;
NEWLINE: '\r'? '\n' | '\r';
COMMENT: '//' ~[\r\n]* -> skip;

NUMBER: [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)?;
STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
ID: [A-Za-z_] [A-Za-z_0-9]*;

LPAREN: '(';
RPAREN: ')';
LBRACK: '[';
RBRACK: ']';
LBRACE: '{';
RBRACE: '}';
COMMA: ',';
SEMICOLON: ';';
COLON: ':';
DOT: '.';
DOTDOT: '..';
ARROW: '->';
PRIME: '\'';
TILDE: '~';
ASSIGN: '=';
PLUS_ASSIGN: '+=';
MINUS_ASSIGN: '-=';
STAR_ASSIGN: '*=';
SLASH_ASSIGN: '/=';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS: '<';
LESS_EQUAL: '<=';
GREATER: '>';
GREATER_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
CARET: '^';

// What people bring from other languages: read, so that the answer can show our form.
STARSTAR: '**';
AMPERSANDS: '&' '&'?;
BARS: '|' '|'?;
BANG: '!';
HASH_COMMENT: '#' ~[\r\n]*;
BLOCK_COMMENT: '/*' .*? ('*/' | EOF);
OPEN_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
STRANGE: .;
